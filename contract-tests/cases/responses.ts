/** Every response that the document names, and what the client makes of it. */
import type { operations } from '../../generated/types.ts';

export interface NamedResponse {
  readonly operationId: keyof operations;
  /** As the document has it. */
  readonly status: string;
  /** The name of the example. */
  readonly example: string;
  /** What to ask a mock for, where the document has a range. */
  readonly code?: number;
  readonly becomes: 'data' | 'ResponseError';
  /** The headers that the document names for this status. */
  readonly headers: readonly string[];
}

const HEADERS = ['X-RateLimit-Limit', 'X-RateLimit-Remaining', 'X-RateLimit-Reset', 'Sunset'];

const success = (operationId: keyof operations, status: string, ...examples: readonly string[]): NamedResponse[] =>
  examples.map((example) => ({ operationId, status, example, becomes: 'data', headers: HEADERS }));

const error = (
  status: string,
  example: string,
  operationIds: readonly (keyof operations)[],
  more: Partial<NamedResponse> = {},
): NamedResponse[] =>
  operationIds.map((operationId) => ({
    operationId,
    status,
    example,
    becomes: 'ResponseError',
    headers: HEADERS,
    ...more,
  }));

const WRITES = ['createTemporaryEvseStatus', 'updateTemporaryEvseStatus'] as const;
const ALL = ['listTemporaryEvseStatuses', ...WRITES] as const;

export const RESPONSES: readonly NamedResponse[] = [
  ...success('listTemporaryEvseStatuses', '200', 'statuses', 'none'),
  ...success('createTemporaryEvseStatus', '201', 'created', 'openEnded'),
  ...success('updateTemporaryEvseStatus', '200', 'updated', 'openEnded'),
  ...error('400', 'invalidRequest', ALL),
  ...error('401', 'invalidKey', ALL),
  ...error('403', 'missingPermission', ALL),
  ...error('404', 'unknownId', WRITES),
  ...error('404', 'unknownEvse', WRITES),
  ...error('409', 'conflict', WRITES),
  ...error('410', 'versionEnded', ALL),
  ...error('422', 'unknownStatus', ALL),
  ...error('429', 'rateLimited', ALL, { headers: [...HEADERS, 'Retry-After'] }),
  ...error('503', 'unavailable', ['updateTemporaryEvseStatus']),
  ...[500, 502, 599].flatMap((code) => error('5XX', 'internal', ALL, { code })),
];

export const MEDIA_TYPE = 'application/json';
