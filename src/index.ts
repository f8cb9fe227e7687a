export { createClient } from './client/create-client.ts';
export type { TemporaryEvseStatusesClient } from './client/create-client.ts';
export type { DriftFinding, DriftJudge, JudgedAnswer } from './client/drift-types.ts';
export {
  ConnectionError,
  InvalidArgumentError,
  isConnectionError,
  isInvalidArgumentError,
  isResponseError,
  isTemporaryEvseStatusesError,
  isUnexpectedResponseError,
  ResponseError,
  TemporaryEvseStatusesError,
  UnexpectedResponseError,
} from './client/errors.ts';
export type {
  ApiKey,
  ClientOptions,
  Environment,
  FetchFunction,
  RequestOptions,
  RetryOptions,
} from './client/options.ts';
export type { RateLimit } from './client/rate-limit.ts';
export { isKnownTemporaryStatus, TEMPORARY_STATUSES } from './client/temporary-status.ts';
export type { TemporaryEvseStatus, TemporaryEvseStatusUpdate, TemporaryStatus } from './client/temporary-status.ts';
export { DOCUMENT_VERSION } from '../generated/facts.ts';
