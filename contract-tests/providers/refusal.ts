/** Why a request is refused, and what the response says about it. */
const REFUSALS = {
  key: {
    status: 401,
    type: 'authentication_error',
    code: 'invalid_api_key',
    message: 'The API key is missing or invalid.',
  },
  limit: {
    status: 429,
    type: 'rate_limit_error',
    code: 'rate_limit_exceeded',
    message: 'Too many requests. Try again later.',
  },
  permission: {
    status: 403,
    type: 'permission_error',
    code: 'missing_permission',
    message: 'This API key may not do that.',
  },
  path: { status: 404, type: 'not_found', code: 'not_found', message: 'There is nothing at this path.' },
  id: { status: 400, type: 'invalid_request', code: 'invalid_id', message: 'The id must be a number.' },
  mediaType: { status: 400, type: 'invalid_request', code: 'invalid_media_type', message: 'Send application/json.' },
  json: { status: 400, type: 'invalid_request', code: 'invalid_json', message: 'The body is not JSON.' },
  body: { status: 422, type: 'invalid_request', code: 'invalid_value', message: 'The body does not fit its schema.' },
  record: {
    status: 404,
    type: 'not_found',
    code: 'status_not_found',
    message: 'No temporary EVSE status has this id.',
  },
  conflict: { status: 409, type: 'conflict', code: 'conflict', message: 'The EVSE already has such a status.' },
} as const;

export type Reason = keyof typeof REFUSALS;

export class Refusal extends Error {
  readonly reason: Reason;
  readonly status: number;
  /** The fields of the error that the response shows. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(reason: Reason, details: { readonly param?: string; readonly code?: string } = {}) {
    const { status, ...shown } = REFUSALS[reason];
    super(shown.message);
    this.reason = reason;
    this.status = status;
    this.details = { ...shown, ...details };
  }
}

const ofEvery = ['key', 'permission', 'limit'] as const satisfies readonly Reason[];
const ofBodies = ['mediaType', 'json', 'body'] as const satisfies readonly Reason[];

/** The reasons for which each operation refuses a request. */
export const REASONS = {
  list: ['key'],
  create: [...ofEvery, ...ofBodies],
  update: [...ofEvery, ...ofBodies, 'id', 'record'],
} as const satisfies Record<string, readonly Reason[]>;

/** A reason that every provider has. */
export type CommonReason = (typeof REASONS)[keyof typeof REASONS][number];

/** What is wrong with a request, by the reason for which it is refused. */
export const FAULTS: Readonly<Record<CommonReason, string>> = {
  key: 'a wrong key',
  permission: 'a key without permission',
  limit: 'a used-up quota',
  mediaType: 'another media type',
  json: 'malformed JSON',
  body: 'a body that breaks its schema',
  id: 'an id that is not a number',
  record: 'an unknown id',
};

export function statusOf(reason: Reason): number {
  return REFUSALS[reason].status;
}
