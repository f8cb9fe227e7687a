/** Every status and example that the document has for an operation, by hand; coverage.test.ts compares. */
import type { OperationId } from '../support/document.ts';

const EVERYWHERE = [
  '400 invalidRequest',
  '401 invalidKey',
  '403 missingPermission',
  '410 versionEnded',
  '422 unknownStatus',
  '429 rateLimited',
  '5XX internal',
];
const OF_WRITES = ['404 unknownId', '404 unknownEvse', '409 conflict'];

const NAMES: Readonly<Record<OperationId, readonly string[]>> = {
  updateTemporaryEvseStatus: ['200 updated', '200 openEnded', ...EVERYWHERE, ...OF_WRITES, '503 unavailable'],
  listTemporaryEvseStatuses: ['200 statuses', '200 none', ...EVERYWHERE],
  createTemporaryEvseStatus: ['201 created', '201 openEnded', ...EVERYWHERE, ...OF_WRITES],
};

export interface ResponseCase {
  readonly operation: OperationId;
  /** As in the document: a code or a range. */
  readonly status: string;
  /** The status to ask a mock for: a code of the range. */
  readonly code: number;
  readonly example: string;
}

export const RESPONSES: readonly ResponseCase[] = (Object.keys(NAMES) as OperationId[]).flatMap((operation) =>
  NAMES[operation].flatMap((name) => {
    const [status = '', example = ''] = name.split(' ');
    const codes = status === '5XX' ? [500, 599] : [Number(status)];
    return codes.map((code) => ({ operation, status, code, example }));
  }),
);
