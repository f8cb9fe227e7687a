import type { MockDocument } from '../call.ts';
import type { ReadOptions } from '../options.ts';
import { compilePaths } from '../request/routes.ts';
import type { MockControls, MockState } from '../types.ts';
import { createReceivedRequests } from './received-requests.ts';
import { createSettings } from './settings.ts';
import { createStore } from './store.ts';
import { createStubbedResponses } from './stubbed-responses.ts';
import { toDateTime } from './validity.ts';

export type Parts = ReturnType<typeof createParts>;

/** What a mock consists of, and its controls. `changed` is called after each request, too. */
export function createParts(document: MockDocument, options: ReadOptions) {
  const { version, operations, validators } = document;
  const { switches, seed, maxRecordedRequests, basePath } = options;
  const paths = compilePaths(operations);
  const settings = createSettings(switches, operations);
  const stubs = createStubbedResponses(operations);
  const store = createStore(paths, validators);
  const received = createReceivedRequests(maxRecordedRequests);
  const listeners = new Set<() => void>();
  let revision = 0;
  store.seed(seed, settings.now());

  const controls: MockControls = {
    set: changing(settings.apply),
    respondNext: changing(stubs.add),
    clearStubbedResponses: changing(stubs.clear),
    seed: changing((records) => {
      store.seed(records, settings.now());
    }),
    reset: changing(() => {
      settings.reset();
      stubs.clear();
      received.reset();
      store.seed(seed, settings.now());
    }),
    state: () => {
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
    onChange: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
  return { paths, settings, stubs, store, received, controls, changed, revision: () => revision };

  function changing<Given extends unknown[]>(change: (...given: Given) => void): (...given: Given) => void {
    return (...given) => {
      change(...given);
      changed();
    };
  }

  function changed(): void {
    revision += 1;
    for (const listener of listeners) listener();
  }
}
