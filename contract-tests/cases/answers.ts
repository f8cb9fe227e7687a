/** Every answer that the document names, and what the client makes of it. */
export interface NamedAnswer {
  /** As the document has it. */
  readonly status: string;
  /** The name of the example. */
  readonly example: string;
  /** What to ask a mock for, where the document has a range. */
  readonly code?: number;
  readonly becomes: 'record' | 'ResponseError';
  /** The headers that the document names for this status. */
  readonly headers: readonly string[];
}

const RATE_LIMIT = ['X-RateLimit-Limit', 'X-RateLimit-Remaining', 'X-RateLimit-Reset'];

export const ANSWERS: readonly NamedAnswer[] = [
  { status: '200', example: 'updated', becomes: 'record', headers: [...RATE_LIMIT, 'Sunset'] },
  { status: '200', example: 'openEnded', becomes: 'record', headers: [...RATE_LIMIT, 'Sunset'] },
  { status: '400', example: 'invalidRequest', becomes: 'ResponseError', headers: RATE_LIMIT },
  { status: '401', example: 'invalidKey', becomes: 'ResponseError', headers: RATE_LIMIT },
  { status: '403', example: 'missingPermission', becomes: 'ResponseError', headers: RATE_LIMIT },
  { status: '404', example: 'unknownId', becomes: 'ResponseError', headers: RATE_LIMIT },
  { status: '409', example: 'overlappingStatus', becomes: 'ResponseError', headers: RATE_LIMIT },
  { status: '410', example: 'versionEnded', becomes: 'ResponseError', headers: [] },
  { status: '422', example: 'unknownStatus', becomes: 'ResponseError', headers: RATE_LIMIT },
  { status: '429', example: 'rateLimited', becomes: 'ResponseError', headers: [...RATE_LIMIT, 'Retry-After'] },
  { status: '503', example: 'unavailable', becomes: 'ResponseError', headers: [] },
  { status: '5XX', code: 500, example: 'internal', becomes: 'ResponseError', headers: [] },
  { status: '5XX', code: 502, example: 'internal', becomes: 'ResponseError', headers: [] },
  { status: '5XX', code: 599, example: 'internal', becomes: 'ResponseError', headers: [] },
];

export const MEDIA_TYPE = 'application/json';
