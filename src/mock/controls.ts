import { toDateTime } from './response/utc.ts';
import type { createReceivedRequests } from './state/received-requests.ts';
import type { createSettings } from './state/settings.ts';
import type { Store } from './state/store.ts';
import type { createStubbedResponses } from './state/stubbed-responses.ts';
import type { MockControls, MockRecord, MockState } from './types.ts';

interface Parts {
  readonly version: string;
  readonly basePath: string;
  readonly settings: ReturnType<typeof createSettings>;
  readonly stubs: ReturnType<typeof createStubbedResponses>;
  readonly store: Store;
  readonly received: ReturnType<typeof createReceivedRequests>;
  readonly seed: readonly MockRecord[] | undefined;
}

/** The controls of a mock made of these parts. `changed` is called after each request, too. */
export function createControls({ version, basePath, settings, stubs, store, received, seed }: Parts) {
  const listeners = new Set<() => void>();
  let revision = 0;
  store.seed(seed, settings.now());

  const controls: MockControls = {
    set(switches) {
      settings.apply(switches);
      changed();
    },
    respondNext(responses) {
      stubs.add(responses);
      changed();
    },
    clearStubbedResponses() {
      stubs.clear();
      changed();
    },
    seed(records) {
      store.seed(records, settings.now());
      changed();
    },
    reset() {
      settings.reset();
      stubs.clear();
      received.reset();
      store.seed(seed, settings.now());
      changed();
    },
    state() {
      const { keys, ...others } = settings.switches();
      const state: MockState = {
        documentVersion: version,
        revision,
        basePath,
        clock: { now: toDateTime(settings.now()), running: others.clock === 'real' },
        switches: { ...others, keys: typeof keys === 'object' ? { one: '[redacted]' } : keys },
        stubbedResponses: stubs.waiting(),
        records: store.all(),
        requests: received.all(),
      };
      return JSON.parse(JSON.stringify(state)) as MockState;
    },
    onChange(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
  return { controls, changed, revision: () => revision };

  function changed(): void {
    revision += 1;
    for (const listener of listeners) listener();
  }
}
