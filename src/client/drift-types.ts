/** One place where an answer is not what the document says, or says more. */
export interface DriftFinding {
  /**
   * `breaking`: the answer breaks the document (a required field is gone, a type has changed, the version has ended).
   * `additive`: it goes beyond it (an unknown field or status, a `Sunset` header). Source: [versioning].
   */
  readonly kind: 'breaking' | 'additive';
  /** JSON pointer into the body, such as `/temporaryStatus`; `''` for the whole answer. */
  readonly pointer: string;
  /** JSON pointer into the OpenAPI document, such as `#/components/schemas/TemporaryStatus/enum`. */
  readonly document: string;
  /** What the document says, in words. */
  readonly expected: string;
  /** What came; `undefined` where something is missing. */
  readonly came: unknown;
}

/** What is judged: an answer whose body was read. */
export interface JudgedAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** What the JSON of a 2xx body says; not looked at for any other status. */
  readonly body: unknown;
}

/**
 * Finds drift in an answer. `judge` of `temporary-evse-statuses/drift` is one.
 * @param schema - JSON pointer into the document: the schema of the body of a 2xx answer.
 */
export type DriftJudge = (schema: string, answer: JudgedAnswer) => readonly DriftFinding[];
