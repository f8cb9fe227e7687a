/** Requests that the client sends, each with the body or the query that has to go out. */
import type { Environment, ListFilter, TemporaryEvseStatusCreate, TemporaryEvseStatusUpdate } from '../../src/index.ts';

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

export interface SentStatus {
  /** Completes "a create of …". */
  readonly name: string;
  readonly status: TemporaryEvseStatusCreate;
  readonly body: unknown;
}

const REQUIRED = { evseId: 'DK*SPI*E123*1', temporaryStatus: 'BLOCKED' } as const;

export const STATUSES: readonly SentStatus[] = [
  { name: 'a status that starts now and has no end', status: REQUIRED, body: REQUIRED },
  {
    name: 'a status with both ends',
    status: { ...REQUIRED, temporaryStatus: 'RESERVED', validFrom: new Date(FROM), validTo: TO },
    body: { ...REQUIRED, temporaryStatus: 'RESERVED', validFrom: '2025-04-23T10:00:00.000Z', validTo: TO },
  },
  {
    name: 'a status of an EVSE whose ID has another form',
    status: { ...REQUIRED, evseId: 'DK.12343*1 ü/?&#' },
    body: { ...REQUIRED, evseId: 'DK.12343*1 ü/?&#' },
  },
];

export interface SentFilter {
  /** Completes "a list …". */
  readonly name: string;
  readonly filter: ListFilter | undefined;
  readonly query: Readonly<Record<string, string>>;
}

export const FILTERS: readonly SentFilter[] = [
  { name: 'without a filter', filter: undefined, query: {} },
  { name: 'of one EVSE', filter: { evseId: 'DK*SPI*E123*1' }, query: { evseId: 'DK*SPI*E123*1' } },
  { name: 'of an EVSE ID with signs', filter: { evseId: 'a&b=c d+e%20ü' }, query: { evseId: 'a&b=c d+e%20ü' } },
  { name: 'of active statuses', filter: { activeOnly: true }, query: { activeOnly: 'true' } },
  {
    name: 'of every status of one EVSE',
    filter: { evseId: 'DK*SPI*E123*2', activeOnly: false },
    query: { evseId: 'DK*SPI*E123*2', activeOnly: 'false' },
  },
];

/** The named examples of the request bodies and of the parameters. */
export const UPDATE_EXAMPLES = ['maintenanceWindow', 'openEnded'];
export const CREATE_EXAMPLES = ['maintenanceWindow', 'openEnded'];
export const ID_EXAMPLES = ['vendor'];
export const EVSE_ID_EXAMPLES = ['vendor'];
export const ACTIVE_ONLY_EXAMPLES = ['active', 'all'];

/** The environments, in the order of the document's servers. */
export const ENVIRONMENTS: readonly Environment[] = ['production', 'sandbox'];
