import { createRedactor } from '../../shared/redact.ts';
import { ConnectionError } from '../errors.ts';
import type { ApiKey } from '../options.ts';
import { checkKey } from '../settings.ts';

/** The client's key, and what keeps it out of everything that leaves the client. */
export interface KeyRing {
  /**
   * The key for one attempt; `undefined` where the client has none.
   * @throws {ConnectionError} The `apiKey` function failed. Its error is not shown, since it may hold the key.
   * @throws {InvalidArgumentError} It returned something else than a key.
   */
  readonly read: () => Promise<string | undefined>;
  /** Replaces each key that was read in a text, in whatever spelling a server echoes it. */
  readonly redact: (text: string) => string;
}

/** A service may echo a key that was rotated out a moment ago. */
const keysRemembered = 3;

export function createKeyRing(apiKey: ApiKey | undefined): KeyRing {
  let keys: readonly string[] = [];
  let redact = (text: string) => text;

  function remember(key: string): string {
    if (!keys.includes(key)) {
      keys = [key, ...keys].slice(0, keysRemembered);
      redact = createRedactor(keys);
    }
    return key;
  }

  return {
    redact: (text) => redact(text),
    async read() {
      if (typeof apiKey !== 'function') return apiKey === undefined ? undefined : remember(apiKey);
      let key: unknown;
      try {
        key = await apiKey();
      } catch (error) {
        const { name } = Object(error) as Partial<Error>;
        const kind = typeof name === 'string' && /^[A-Za-z]{0,40}(Error|Exception)$/.test(name) ? ` (${name})` : '';
        throw new ConnectionError(`the apiKey function failed${kind}`, { reason: 'api-key' });
      }
      checkKey(key);
      return remember(key);
    },
  };
}
