import type { MockDocument } from './call.ts';
import type { readOptions } from './options.ts';
import type { Route } from './request/routes.ts';
import { toDateTime } from './response/utc.ts';
import { createReceivedRequests, createRedactors } from './state/received-requests.ts';
import { createSettings } from './state/settings.ts';
import { createStore } from './state/store.ts';
import { createStubbedResponses } from './state/stubbed-responses.ts';
import type { MockControls, MockRequest, MockState } from './types.ts';

export type Parts = ReturnType<typeof createParts>;

/** What a mock remembers, and the controls of it. `changed` is called after each request, too. */
export function createParts(
  { version, operations, validators }: MockDocument,
  { switches, seed, maxRecordedRequests, basePath }: ReturnType<typeof readOptions>,
  routes: readonly Route[],
) {
  const settings = createSettings(switches, operations);
  const stubs = createStubbedResponses(operations);
  const store = createStore(routes, validators);
  const received = createReceivedRequests(maxRecordedRequests);
  const redactors = createRedactors();
  const redactorOf = (headers: MockRequest['headers']) => redactors(headers['authorization'], settings.onlyKey());
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
  return { settings, stubs, store, received, redactorOf, controls, changed, revision: () => revision };

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
