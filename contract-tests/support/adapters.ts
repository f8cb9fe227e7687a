/** The mocks that the same requests are sent to. */
import { createMockFetch } from '../../src/mock/index.ts';
import { lastReasons } from './mock-reasons.ts';
import { prismReasons, proxyReasons } from './prism-reasons.ts';
import type { Reason } from './reason.ts';
import { send, validatedMockUrl, witnessUrl } from './witness.ts';

export interface Adapter {
  readonly name: string;
  readonly baseUrl: string;
  readonly fetch: (request: Request) => Promise<Response>;
  /** Whether it sends every documented header with its example; otherwise, what it sends has to match the schema. */
  readonly sendsHeaderExamples: boolean;
  /** Why the latest request was refused; empty if it was not, `undefined` if that is not known. Reads the body. */
  readonly reasons: (response: Response) => Promise<readonly Reason[] | undefined>;
}

const mock = createMockFetch({ rateLimit: { requests: 100_000, windowSeconds: 60 } });

export const ADAPTERS: readonly Adapter[] = [
  {
    name: 'Prism',
    baseUrl: witnessUrl(),
    fetch: send,
    sendsHeaderExamples: true,
    reasons: prismReasons,
  },
  {
    name: 'our mock',
    baseUrl: 'https://mock.example',
    fetch: (request) => mock.fetch(request),
    sendsHeaderExamples: false,
    reasons: () => Promise.resolve(lastReasons(mock.state())),
  },
  {
    name: 'our mock over HTTP, its responses validated by Prism',
    baseUrl: validatedMockUrl(),
    fetch: send,
    sendsHeaderExamples: false,
    reasons: proxyReasons,
  },
];
