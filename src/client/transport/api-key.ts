import { createRedactor } from '../../shared/redact.ts';
import type { ApiKey } from '../options.ts';
import { faultOfKey } from '../settings.ts';
import { safeCause } from './safe-cause.ts';

/** A service may echo a key that was rotated out a moment ago. */
const keysRemembered = 3;

/** The client's key, and what keeps it out of everything that leaves the client. */
export function createKeyRing(apiKey: ApiKey | undefined) {
  let keys: readonly string[] = [];
  let redact = (text: string) => text;

  return {
    /** Replaces the keys that were read last in a text, in whatever spelling a server echoes them. */
    get redact() {
      return redact;
    },
    /**
     * The key for one attempt, with what redacts it: however many are read meanwhile, it stays the attempt's own.
     * @throws {Error} The `apiKey` function failed, or returned something else than a key. Nothing of that is shown: it may
     *   hold the key.
     */
    async read() {
      let key: unknown = apiKey;
      try {
        if (typeof apiKey === 'function') key = await apiKey();
      } catch (error) {
        const { name } = safeCause(error, redact);
        // oxlint-disable-next-line preserve-caught-error -- what it threw may hold the key
        throw new Error(
          `the apiKey function failed${/^[A-Za-z]{0,40}(Error|Exception)$/.test(name) ? ` (${name})` : ''}`,
        );
      }
      const fault = faultOfKey(key);
      if (fault) throw new Error(`the key from the apiKey function ${fault}`);
      if (!keys.includes(key as string)) {
        keys = [key as string, ...keys].slice(0, keysRemembered);
        redact = createRedactor(keys);
      }
      return { key: key as string, redact };
    },
  };
}
