export { createClient } from './client/create-client.ts';
export type { TemporaryEvseStatusesClient } from './client/create-client.ts';
export type { RawClient } from './client/api.ts';
export type { DriftDetector, DriftFinding, InspectedResponse } from './client/drift.ts';
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
export type { TemporaryEvseStatusOperations } from './client/operations.ts';
export type {
  ApiKey,
  ClientOptions,
  Environment,
  FetchFunction,
  RequestOptions,
  RetryOptions,
} from './client/options.ts';
export { isKnownTemporaryStatus, TEMPORARY_STATUSES } from './client/records.ts';
export type {
  Instant,
  ListFilter,
  TemporaryEvseStatus,
  TemporaryEvseStatusCreate,
  TemporaryEvseStatusUpdate,
  TemporaryStatus,
} from './client/records.ts';
export type { RateLimit } from './client/transport/rate-limit-headers.ts';
export type { components, operations, paths } from '../generated/types.ts';
export { DOCUMENT_VERSION } from '../generated/facts.ts';
