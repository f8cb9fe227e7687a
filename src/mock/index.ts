export { createMockFetch, type MockFetch } from './adapters/fetch.ts';
export { startMock, type StartMockOptions, type StartedMock } from './adapters/node-http.ts';
export { MockOptionError } from './option-error.ts';
export type { JsonValue } from './json.ts';
export type { Reason } from './response/refusals.ts';
export type { StubbedResponse } from './state/stubbed-responses.ts';
export type { Switches } from './state/switches.ts';
export type { MockControls, MockOptions, MockRecord, MockState, ReceivedRequest, ResponseSource } from './types.ts';
