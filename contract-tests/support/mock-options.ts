import type { MockOptions } from '../../src/mock/index.ts';

/** Far above what the tests send, so that the rate limit's headers come and its 429 does not. */
export const MOCK_OPTIONS: MockOptions = { rateLimit: { requests: 100_000, windowSeconds: 60 } };
