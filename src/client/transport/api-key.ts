import { createRedactor } from '../../shared/redact.ts';
import type { ApiKey } from '../options.ts';
import { faultOfKey } from '../settings.ts';

/** The client's key, and what keeps it out of everything that leaves the client. */
export interface KeyRing {
  /**
   * The key for one attempt.
   * @throws {KeyFailure} The `apiKey` function failed, or returned something else than a key.
   */
  readonly read: () => Promise<string>;
  /** Replaces each key that was read in a text, in whatever spelling a server echoes it. */
  readonly redact: (text: string) => string;
}

/** Its message says why there is no key, and shows nothing of what the function threw or returned: it may hold the key. */
export class KeyFailure extends Error {}

/** A service may echo a key that was rotated out a moment ago. */
const keysRemembered = 3;

export function createKeyRing(apiKey: ApiKey | undefined): KeyRing {
  let keys: readonly string[] = [];
  let redact = (text: string) => text;

  return {
    redact: (text) => redact(text),
    async read() {
      let key: unknown = apiKey;
      try {
        if (typeof apiKey === 'function') key = await apiKey();
      } catch (error) {
        const { name } = Object(error) as Partial<Error>;
        const kind = typeof name === 'string' && /^[A-Za-z]{0,40}(Error|Exception)$/.test(name) ? ` (${name})` : '';
        throw new KeyFailure(`the apiKey function failed${kind}`);
      }
      const fault = faultOfKey(key);
      if (fault) throw new KeyFailure(`the key from the apiKey function ${fault}`);
      if (!keys.includes(key as string)) {
        keys = [key as string, ...keys].slice(0, keysRemembered);
        redact = createRedactor(keys);
      }
      return key as string;
    },
  };
}
