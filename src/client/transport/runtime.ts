/** Time, chance and environment, in one place so that tests can replace them. */
export interface Runtime {
  /** Milliseconds since the Unix epoch. */
  now(): number;
  /** From 0 up to, not including, 1. */
  random(): number;
  /** Calls back after so many milliseconds, unless the function that it returns is called before. */
  after(ms: number, callback: () => void): () => void;
  /** Whether the code runs where a user can read it. */
  inBrowser(): boolean;
  /** Whether `fetch` is Node's. */
  inNode(): boolean;
}

/** A longer timer fires at once. */
const longestTimer = 2 ** 31 - 1;

/** The environment is read at each call, not when the package is loaded: fake timers may come later. */
export const systemRuntime = {
  now: () => Date.now(),
  random: () => Math.random(),
  after(ms: number, callback: () => void) {
    const timer = setTimeout(callback, Math.min(ms, longestTimer));
    return () => {
      clearTimeout(timer);
    };
  },
  // A page has a document, a worker of a page has importScripts; neither is there in Node, Deno, Bun or at the edge.
  inBrowser: (scope: object = globalThis) => 'document' in scope || 'importScripts' in scope,
  // Deno, Bun and Cloudflare's workers say that they are Node, but name no release of undici, whose `fetch` Node's is.
  inNode: (
    scope: { readonly process?: { readonly versions?: Readonly<Record<string, string | undefined>> } } = globalThis,
  ) => Boolean(scope.process?.versions?.['undici']),
} satisfies Runtime;
