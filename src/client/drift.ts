import type { operations } from '../../generated/types.ts';

/** One place where a response differs from the document. */
export interface DriftFinding {
  /**
   * `breaking`: the response breaks the document (a required field is missing, a type has changed, the version has ended).
   * `additive`: it goes beyond it (an unknown field or status, a `Sunset` header). Source: [versioning].
   */
  readonly kind: 'breaking' | 'additive';
  /** JSON pointer into the body, such as `/temporaryStatus`; `''` for the whole response. Cut after 1000 characters. */
  readonly pointer: string;
  /** JSON pointer into the OpenAPI document, such as `#/components/schemas/TemporaryStatus/enum`. */
  readonly document: string;
  /** What the document says, in words. */
  readonly expected: string;
  /** The value in the response; `undefined` where it is missing. */
  readonly actual: unknown;
}

/** A response whose body was read. */
export interface InspectedResponse {
  /** HTTP status. */
  readonly status: number;
  /** Its headers, without the key. */
  readonly headers: Headers;
  /** The parsed JSON of a 2xx body; not looked at for any other status. */
  readonly body: unknown;
}

/**
 * Compares a response with the document and reports what it finds. `detectDrift` of `temporary-evse-statuses/drift` makes
 * one. If it returns findings, the call rejects with an `UnexpectedResponseError`.
 */
export type DriftDetector = (
  operationId: keyof operations,
  response: InspectedResponse,
) => readonly DriftFinding[] | Promise<readonly DriftFinding[]>;
