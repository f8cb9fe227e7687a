export { createMockFetch, type MockFetch } from './adapters/fetch.ts';
export { startMock, type StartMockOptions, type StartedMock } from './adapters/node-http.ts';
export { MockOptionError } from './checks.ts';
export type { MockOptions } from './options.ts';
export type { Reason } from './response/refusals.ts';
export type { StubbedResponse } from './state/stubbed-responses.ts';
export type { Switches } from './state/switches.ts';
export type { JsonValue, MockControls, MockRecord, MockState, ReceivedRequest, ResponseSource } from './types.ts';
