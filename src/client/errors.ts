import type { DriftFinding } from './drift-types.ts';
import type { RateLimit } from './rate-limit.ts';

/** The same in every copy of the package, so that the guards know another copy's errors as well. */
const brand = Symbol.for('temporary-evse-statuses.error');

/** What every error of this package extends. The caller's own abort is none of them: its reason is passed on untouched. */
export abstract class TemporaryEvseStatusesError extends Error {
  /** @internal */
  get [brand]() {
    return true as const;
  }
}

/** The service answered outside 200–299. Source: [errors]. */
export class ResponseError extends TemporaryEvseStatusesError {
  /** HTTP status; 0 for a redirect in a browser, which hides it. */
  declare readonly status: number;
  /** The answer's body: what its JSON says, else its text, `''` where there is none. */
  declare readonly body: unknown;
  /** The vendor's id of the request. "Always log the request_id." Source: [errors]. */
  declare readonly requestId: string | undefined;
  /** The vendor's code of the error, such as `missing_required_field`. Source: [errors]. */
  declare readonly code: string | undefined;
  /** The vendor's class of errors, such as `invalid_request`. Source: [errors]. */
  declare readonly type: string | undefined;
  /** The parameter or field that the error is about. Source: [errors]. */
  declare readonly param: string | undefined;
  /** Seconds that the service asks to wait, from `Retry-After`. Source: [limits]. */
  declare readonly retryAfterSeconds: number | undefined;
  /** What the answer says about the rate limit. Source: [limits]. */
  declare readonly rateLimit: RateLimit;
  /** How often the request was sent; 1 where it was not resent. */
  declare readonly attempts: number;

  constructor(message: string, details: Omit<ResponseError, keyof TemporaryEvseStatusesError>) {
    super(message);
    Object.assign(this, details);
  }

  override get name() {
    return 'ResponseError' as const;
  }
}

/** The service answered 200–299 with a body that is not a record, or (`onDrift: 'throw'`) that breaks the contract. */
export class UnexpectedResponseError extends TemporaryEvseStatusesError {
  /** HTTP status. */
  declare readonly status: number;
  /** How the body begins, at most 200 characters of it. */
  declare readonly text: string;
  /** Where the body breaks the contract; empty where it could not be read at all. */
  declare readonly findings: readonly DriftFinding[];

  constructor(
    message: string,
    details: Omit<UnexpectedResponseError, keyof TemporaryEvseStatusesError>,
    options?: ErrorOptions,
  ) {
    super(message, options);
    Object.assign(this, details);
  }

  override get name() {
    return 'UnexpectedResponseError' as const;
  }
}

/** No answer: the connection failed or broke, or `timeoutMs` ran out. `cause` has the reason. */
export class ConnectionError extends TemporaryEvseStatusesError {
  /** Whether it was `timeoutMs` that ended the last attempt. */
  declare readonly timedOut: boolean;
  /** How often the request was sent; 1 where it was not resent. */
  declare readonly attempts: number;

  constructor(
    message: string,
    details: Omit<ConnectionError, keyof TemporaryEvseStatusesError>,
    options?: ErrorOptions,
  ) {
    super(message, options);
    Object.assign(this, details);
  }

  override get name() {
    return 'ConnectionError' as const;
  }
}

/** An argument or option cannot be used. Nothing was sent with it. */
export class InvalidArgumentError extends TemporaryEvseStatusesError {
  /** Name of the argument, field or option, such as `id`, `validTo` or `baseUrl`. */
  declare readonly argument: string;

  constructor(argument: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.argument = argument;
  }

  override get name() {
    return 'InvalidArgumentError' as const;
  }
}

/** Whether a value is an error of this package, be it of another copy of it. */
export function isTemporaryEvseStatusesError(error: unknown): error is TemporaryEvseStatusesError {
  return typeof error === 'object' && error !== null && brand in error;
}

/** Whether a value is a `ResponseError`, be it of another copy of this package. */
export function isResponseError(error: unknown): error is ResponseError {
  return isNamed(error, 'ResponseError');
}

/** Whether a value is an `UnexpectedResponseError`, be it of another copy of this package. */
export function isUnexpectedResponseError(error: unknown): error is UnexpectedResponseError {
  return isNamed(error, 'UnexpectedResponseError');
}

/** Whether a value is a `ConnectionError`, be it of another copy of this package. */
export function isConnectionError(error: unknown): error is ConnectionError {
  return isNamed(error, 'ConnectionError');
}

/** Whether a value is an `InvalidArgumentError`, be it of another copy of this package. */
export function isInvalidArgumentError(error: unknown): error is InvalidArgumentError {
  return isNamed(error, 'InvalidArgumentError');
}

function isNamed(error: unknown, name: string): boolean {
  return isTemporaryEvseStatusesError(error) && error.name === name;
}

/** An error that names argument, rule and value. Not for a key: it shows the value. */
export function invalid(argument: string, rule: string, value: unknown): InvalidArgumentError {
  const shown = typeof value === 'string' ? JSON.stringify(value) : Object(value) === value ? typeof value : value;
  return new InvalidArgumentError(argument, `${argument} must be ${rule}, not ${String(shown)}`);
}
