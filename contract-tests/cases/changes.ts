/** Updates that the client sends, each with the body that has to go out. */
import type { Environment, TemporaryEvseStatusUpdate } from '../../src/index.ts';

export interface SentChange {
  /** Completes "a change of …". */
  readonly name: string;
  readonly id?: number;
  readonly change: TemporaryEvseStatusUpdate;
  readonly body: unknown;
}

const FROM = '2025-04-23T10:00:00Z';
const TO = '2025-04-23T18:00:00Z';

export const CHANGES: readonly SentChange[] = [
  { name: 'nothing', change: {}, body: {} },
  {
    name: 'the status to MAINTENANCE',
    change: { temporaryStatus: 'MAINTENANCE' },
    body: { temporaryStatus: 'MAINTENANCE' },
  },
  {
    name: 'the status to COMMISSIONING',
    change: { temporaryStatus: 'COMMISSIONING' },
    body: { temporaryStatus: 'COMMISSIONING' },
  },
  { name: 'the status to BLOCKED', change: { temporaryStatus: 'BLOCKED' }, body: { temporaryStatus: 'BLOCKED' } },
  { name: 'the status to RESERVED', change: { temporaryStatus: 'RESERVED' }, body: { temporaryStatus: 'RESERVED' } },
  { name: 'the start alone', change: { validFrom: FROM }, body: { validFrom: FROM } },
  { name: 'the end alone', change: { validTo: TO }, body: { validTo: TO } },
  {
    name: 'the start as a Date',
    change: { validFrom: new Date(FROM) },
    body: { validFrom: '2025-04-23T10:00:00.000Z' },
  },
  { name: 'the end as a Date', change: { validTo: new Date(TO) }, body: { validTo: '2025-04-23T18:00:00.000Z' } },
  {
    name: 'times with an offset, as they are',
    change: { validFrom: '2025-04-23T12:00:00+02:00', validTo: '2025-04-23T12:00:00.5-03:30' },
    body: { validFrom: '2025-04-23T12:00:00+02:00', validTo: '2025-04-23T12:00:00.5-03:30' },
  },
  {
    name: 'everything',
    change: { temporaryStatus: 'RESERVED', validFrom: new Date(FROM), validTo: TO },
    body: { temporaryStatus: 'RESERVED', validFrom: '2025-04-23T10:00:00.000Z', validTo: TO },
  },
  { name: 'the record 0', id: 0, change: {}, body: {} },
  { name: 'the largest whole id', id: Number.MAX_SAFE_INTEGER, change: {}, body: {} },
];

/** The named examples of the request body, and of the id. */
export const BODY_EXAMPLES = ['maintenanceWindow', 'openEnded'];
export const ID_EXAMPLES = ['vendor'];

/** The environments, in the order of the document's servers. */
export const ENVIRONMENTS: readonly Environment[] = ['production', 'sandbox'];
