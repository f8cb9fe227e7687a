export { createMock, createMockFetch, type Mock, type MockFetch } from './create-mock.ts';
export { startMock, type StartMockOptions, type StartedMock } from './start-mock.ts';
export { MockOptionError } from './option-error.ts';
export type { Switches } from './switches.ts';
export type {
  AnsweredBy,
  MockControls,
  MockOptions,
  MockRecord,
  MockState,
  NextAnswer,
  Reason,
  ReceivedRequest,
  Seed,
} from './types.ts';
export type { JsonValue } from './json.ts';
