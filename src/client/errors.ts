import type { DriftFinding } from './drift.ts';
import type { RateLimit } from './transport/rate-limit-headers.ts';

/** The same in every copy of the package, so that the guards recognise another copy's errors as well. */
const brand = Symbol.for('temporary-evse-statuses.error');

/** The base class of this package's errors. Your own abort is not one: its reason is passed on unchanged. */
export abstract class TemporaryEvseStatusesError extends Error {
  /** @internal */
  get [brand]() {
    return true as const;
  }

  /** For logs: name, message and the other fields, without the body, which may be large and deep. */
  toJSON(): Record<string, unknown> {
    return { name: this.name, message: this.message, ...(this as object), body: undefined, findings: undefined };
  }
}

/** The fields that an error's constructor takes. */
type Details<Of, Required extends keyof Of> = Pick<Of, Required> & Partial<Omit<Of, keyof TemporaryEvseStatusesError>>;

/** The service responded outside 200–299. Source: [errors]. */
export class ResponseError extends TemporaryEvseStatusesError {
  /** HTTP status; 0 for a redirect in a browser, which hides it. */
  declare readonly status: number;
  /** The response's body: the parsed JSON, or else the text; `''` if there is none. */
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
  /** What the headers say about the rate limit. Source: [limits]. */
  declare readonly rateLimit: RateLimit;
  /** How often the request was sent; 1 without a retry. */
  declare readonly attempts: number;

  /** @param details - `status`, and the other fields that matter, for example in your own tests. */
  constructor(message: string, details: Details<ResponseError, 'status'>) {
    super(message);
    Object.assign(this, { body: '', rateLimit: {}, attempts: 1 }, details);
  }

  /** Always the same text, even in minified code. */
  override get name() {
    return 'ResponseError' as const;
  }
}

/** The service responded with 200–299 and a body that cannot be used, or that breaks the contract (`detectDrift('throw')`). */
export class UnexpectedResponseError extends TemporaryEvseStatusesError {
  /** HTTP status. */
  declare readonly status: number;
  /** The first 200 characters of the body. */
  declare readonly text: string;
  /** Where the body breaks the contract; empty if it could not be read at all. */
  declare readonly findings: readonly DriftFinding[];

  /** @param details - `status`, and the other fields that matter. */
  constructor(message: string, details: Details<UnexpectedResponseError, 'status'>, options?: ErrorOptions) {
    super(message, options);
    Object.assign(this, { text: '', findings: [] }, details);
  }

  /** Always the same text, even in minified code. */
  override get name() {
    return 'UnexpectedResponseError' as const;
  }
}

/** There is no response: the connection failed or broke, the time ran out, or there was no key to send. */
export class ConnectionError extends TemporaryEvseStatusesError {
  /**
   * `connection`: it failed or broke; `cause` says how. `timeout`: `timeoutMs` ran out. `api-key`: the `apiKey` function
   * failed, returned no key or took longer than `timeoutMs`, so the last attempt was not sent.
   */
  declare readonly reason: 'connection' | 'timeout' | 'api-key';
  /** How often the request was sent; 1 without a retry. */
  declare readonly attempts: number;

  /** @param details - The fields that matter. Default: a connection that failed at the first attempt. */
  constructor(message: string, details: Details<ConnectionError, never> = {}, options?: ErrorOptions) {
    super(message, options);
    Object.assign(this, { reason: 'connection', attempts: 1 }, details);
  }

  /** Always the same text, even in minified code. */
  override get name() {
    return 'ConnectionError' as const;
  }
}

/** An argument or option cannot be used. Nothing was sent with it. */
export class InvalidArgumentError extends TemporaryEvseStatusesError {
  /** Name of the argument, field or option, such as `id`, `validTo` or `baseUrl`. */
  declare readonly argument: string;

  constructor(argument: string, message: string) {
    super(message);
    this.argument = argument;
  }

  /** Always the same text, even in minified code. */
  override get name() {
    return 'InvalidArgumentError' as const;
  }
}

/** Whether a value is an error of this package, or of another copy of it. */
export function isTemporaryEvseStatusesError(error: unknown): error is TemporaryEvseStatusesError {
  return typeof error === 'object' && error !== null && brand in error;
}

/** Whether a value is a `ResponseError`, of this or another copy of the package. */
export function isResponseError(error: unknown): error is ResponseError {
  return isNamed(error, 'ResponseError');
}

/** Whether a value is an `UnexpectedResponseError`, of this or another copy of the package. */
export function isUnexpectedResponseError(error: unknown): error is UnexpectedResponseError {
  return isNamed(error, 'UnexpectedResponseError');
}

/** Whether a value is a `ConnectionError`, of this or another copy of the package. */
export function isConnectionError(error: unknown): error is ConnectionError {
  return isNamed(error, 'ConnectionError');
}

/** Whether a value is an `InvalidArgumentError`, of this or another copy of the package. */
export function isInvalidArgumentError(error: unknown): error is InvalidArgumentError {
  return isNamed(error, 'InvalidArgumentError');
}

function isNamed(error: unknown, name: string): boolean {
  return isTemporaryEvseStatusesError(error) && error.name === name;
}

/** Refuses an argument. @param fault - what is wrong, to be read after its name */
export function refuse(argument: string, fault: string): never {
  throw new InvalidArgumentError(argument, `${argument} ${fault}`);
}

/** Refuses the value of an option. A text is not shown: someone may have put the key there. */
export function refuseOption(option: string, rule: string, value: unknown): never {
  refuse(option, `must be ${rule}${typeof value === 'string' ? '' : `, not ${shown(value)}`}`);
}

/** Refuses the value of an argument, and shows it. */
export function refuseValue(argument: string, rule: string, value: unknown): never {
  refuse(argument, `must be ${rule}, not ${typeof value === 'string' ? JSON.stringify(value) : shown(value)}`);
}

function shown(value: unknown): string {
  if (typeof value === 'bigint') return `${value}n`;
  return Object(value) === value ? tagOf(value) : String(value);
}

/** What kind of object a value is, in words such as `Date`. Not `instanceof`: it may come from another frame. */
export function tagOf(value: unknown): string {
  return {}.toString.call(value).slice(8, -1);
}

/** Whether a value is an object, and no list. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller says what the object is taken for
export function isObject<T extends object>(value: unknown): value is T {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
