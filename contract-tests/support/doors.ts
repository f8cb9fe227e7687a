/** The mocks of the document that the same requests are sent to. */
import { afterAll, beforeAll } from '@jest/globals';
import { createMockFetch, startMock } from '../../src/mock/index.ts';
import { openCli } from './cli-door.ts';
import { MOCK_OPTIONS } from './mock-options.ts';
import { lastReasons } from './mock-reasons.ts';
import { openMsw } from './msw-door.ts';
import { judgedReasons, prismReasons } from './prism-reasons.ts';
import type { Reason } from './reason.ts';
import { KEY } from './request.ts';
import type { Target } from './request.ts';
import { serviceDoor } from './service.ts';
import { validatedMockUrl, witnessUrl } from './witness.ts';

export interface OpenDoor extends Target {
  readonly id: number;
  readonly fetch: (request: Request) => Promise<Response>;
  /**
   * Why an answer refuses its request; empty where it does not, `undefined` where there is no telling. Of the newest answer
   * only; reads its body.
   */
  readonly reasons: (response: Response) => Promise<readonly Reason[] | undefined>;
  readonly close?: () => Promise<void>;
}

export interface Door {
  readonly name: string;
  /** Whether every documented header comes, and is its example; else what comes has to fit its schema. */
  readonly sendsHeaderExamples: boolean;
  readonly open: () => OpenDoor | Promise<OpenDoor>;
}

/** The mocks: each answers with what is asked for in `Prefer`. */
export const MOCKS: readonly Door[] = [
  {
    name: 'Prism',
    sendsHeaderExamples: true,
    open: () => ({ baseUrl: witnessUrl(), id: 42, fetch: (request) => fetch(request), reasons: prismReasons }),
  },
  {
    name: 'createMockFetch',
    sendsHeaderExamples: false,
    open: () => {
      const mock = createMockFetch(MOCK_OPTIONS);
      const reasons = () => Promise.resolve(lastReasons(mock.state()));
      return { baseUrl: 'https://mock.example', id: 42, fetch: (request) => mock.fetch(request), reasons };
    },
  },
  {
    name: 'startMock',
    sendsHeaderExamples: false,
    open: async () => {
      const mock = await startMock(MOCK_OPTIONS);
      const reasons = () => Promise.resolve(lastReasons(mock.state()));
      return { baseUrl: mock.url, id: 42, fetch: (request) => fetch(request), reasons, close: mock.close };
    },
  },
  { name: 'the command', sendsHeaderExamples: false, open: openCli },
  { name: 'Mock Service Worker', sendsHeaderExamples: false, open: openMsw },
  {
    name: 'startMock, its answers judged by Prism',
    sendsHeaderExamples: false,
    open: () => ({ baseUrl: validatedMockUrl(), id: 42, fetch: (request) => fetch(request), reasons: judgedReasons }),
  },
];

/** The mocks, and the service that the environment names; see service.ts. */
export const DOORS: readonly Door[] = [...MOCKS, ...serviceDoor()];

/** Opens a door before the tests of a `describe`, and closes it after them. */
export function opened(door: Door): OpenDoor {
  let open: OpenDoor | undefined;
  beforeAll(async () => {
    open = await door.open();
  });
  afterAll(() => open?.close?.());
  const use = () => {
    if (open === undefined) throw new Error(`${door.name} is used outside of a test.`);
    return open;
  };
  return {
    get baseUrl() {
      return use().baseUrl;
    },
    get key() {
      return use().key ?? KEY;
    },
    get id() {
      return use().id;
    },
    fetch: (request) => use().fetch(request),
    reasons: (response) => use().reasons(response),
  };
}
