import { afterCall, beforeCall, merging, on, sentIn, without } from '../changes.ts';
import { broken, type BrokenProvider } from '../fleet.ts';
import { operationOf, recordField } from '../places.ts';
import { REASONS, type Reason } from '../refusal.ts';
import type { Change, EvseStatus, Fields, Steps } from '../steps.ts';

const unsent = (field: string) => ['unsent-changed', recordField(field)] as const;
const differs = (field: string) => ['stored-differs', recordField(field)] as const;
const refusedChanged = ['refused-changed', recordField('temporaryStatus')] as const;
const neighbour = (field: string) => ['neighbour-changed', recordField(field)] as const;
const shown = (
  rule: 'record-missing' | 'record-duplicated' | 'record-unexpected',
  name: 'create' | 'update' | 'list',
) => [rule, operationOf(name).pointer] as const;

const writes = ['create', 'update'] as const;
const first = 42;

/** An update that changes more than was sent. */
const beyond: readonly (readonly [
  fault: string,
  field: string,
  edit: (after: EvseStatus, sent: Fields, before: EvseStatus) => EvseStatus,
])[] = [
  [
    'an end that is not sent is taken away',
    'validTo',
    (after, sent) => ('validTo' in sent ? after : without(after, 'validTo')),
  ],
  [
    'a start that is not sent is taken away',
    'validFrom',
    (after, sent) => ('validFrom' in sent ? after : without(after, 'validFrom')),
  ],
  [
    'a start that is not sent goes back to 1970',
    'validFrom',
    (after, sent) => ('validFrom' in sent ? after : { ...after, validFrom: '1970-01-01T00:00:00Z' }),
  ],
  [
    'a status that is not sent becomes MAINTENANCE',
    'temporaryStatus',
    (after, sent) => ('temporaryStatus' in sent ? after : { ...after, temporaryStatus: 'MAINTENANCE' }),
  ],
  [
    'the end moves with the start',
    'validTo',
    (after, sent, before) =>
      'validFrom' in sent && !('validTo' in sent) && after.validTo !== undefined
        ? {
            ...after,
            validTo: new Date(
              Date.parse(after.validTo) + Date.parse(String(after.validFrom)) - Date.parse(String(before.validFrom)),
            ).toISOString(),
          }
        : after,
  ],
  [
    'a new status takes the end away',
    'validTo',
    (after, sent) => ('temporaryStatus' in sent && !('validTo' in sent) ? without(after, 'validTo') : after),
  ],
  [
    'a body without fields takes the end away',
    'validTo',
    (after, sent) => (Object.keys(sent).length === 0 ? without(after, 'validTo') : after),
  ],
  [
    'a body without fields resets the status',
    'temporaryStatus',
    (after, sent) => (Object.keys(sent).length === 0 ? { ...after, temporaryStatus: 'MAINTENANCE' } : after),
  ],
  [
    'the same status again switches it',
    'temporaryStatus',
    (after, sent, before) =>
      sent['temporaryStatus'] === before.temporaryStatus ? { ...after, temporaryStatus: 'COMMISSIONING' } : after,
  ],
  [
    'every update ends a second later',
    'validTo',
    (after, sent) =>
      'validTo' in sent || after.validTo === undefined
        ? after
        : { ...after, validTo: new Date(Date.parse(after.validTo) + 1000).toISOString() },
  ],
];

const updates = beyond.map(([fault, field, edit]) =>
  broken(`update: ${fault}.`, unsent(field), on('update', merging(edit))),
);

/** A response that says one thing and records that hold another. */
const storing =
  (edit: (record: EvseStatus, records: Steps['records']) => EvseStatus | undefined): Change =>
  ({ store, records }) => ({
    store: (record, call) => {
      const kept = edit(record, records);
      if (kept !== undefined) store(kept, call);
    },
  });

const keeping = (field: keyof EvseStatus) =>
  storing((record, records) => ({ ...without(record, field), ...pick(records.get(record.id), field) }));

function pick(record: EvseStatus | undefined, field: keyof EvseStatus): EvseStatus {
  return (record !== undefined && field in record ? { [field]: record[field] } : {}) as EvseStatus;
}

const lost = [
  broken(
    'update: nothing is stored.',
    differs('temporaryStatus'),
    on(
      'update',
      storing(() => undefined),
    ),
  ),
  ...(['temporaryStatus', 'validFrom', 'validTo'] as const).map((field) =>
    broken(`update: ${field} is shown and not stored.`, differs(field), on('update', keeping(field))),
  ),
  broken('update: only the first update is stored.', differs('temporaryStatus'), (correct) => {
    let count = 0;
    return on(
      'update',
      storing((record) => (count++ === 0 ? record : undefined)),
    )(correct);
  }),
  broken('update: each update is stored when the next one comes.', differs('temporaryStatus'), (correct) => {
    let waiting: EvseStatus | undefined;
    return on(
      'update',
      storing((record) => {
        const stored = waiting;
        waiting = record;
        return stored;
      }),
    )(correct);
  }),
  broken(
    'create: nothing is stored.',
    shown('record-missing', 'create'),
    on(
      'create',
      storing(() => undefined),
    ),
  ),
  broken(
    'create: the stored status is MAINTENANCE.',
    differs('temporaryStatus'),
    on(
      'create',
      storing((record) => ({ ...record, temporaryStatus: 'MAINTENANCE' })),
    ),
  ),
  broken(
    'create: validFrom is shown and not stored.',
    differs('validFrom'),
    on(
      'create',
      storing((record) => without(record, 'validFrom')),
    ),
  ),
  broken(
    'create: validTo is shown and not stored.',
    differs('validTo'),
    on(
      'create',
      storing((record) => without(record, 'validTo')),
    ),
  ),
  broken(
    'create: evseId is stored in lower case.',
    shown('record-missing', 'create'),
    on(
      'create',
      storing((record) => ({ ...record, evseId: record.evseId.toLowerCase() })),
    ),
  ),
  ...writes.map((name) =>
    broken(
      `${name}: times are stored an hour late.`,
      differs('validTo'),
      on(
        name,
        storing((record) =>
          record.validTo === undefined
            ? record
            : { ...record, validTo: new Date(Date.parse(record.validTo) + 3_600_000).toISOString() },
        ),
      ),
    ),
  ),
];

/** Carries a request out that is refused. */
const carriedOut = (name: 'create' | 'update', reason: Reason): Change =>
  on(
    name,
    afterCall((steps, { because }, call) => {
      if (because !== reason) return;
      const sent = { temporaryStatus: 'COMMISSIONING', ...sentIn(call), ...(name === 'create' ? {} : { id: first }) };
      if (name === 'create') {
        const id = steps.nextId(call);
        steps.records.set(id, { evseId: 'DK*SPI*E123*1', ...sent, id } as EvseStatus);
      } else {
        const before = steps.records.get(first);
        steps.records.set(first, {
          ...before,
          temporaryStatus: before?.temporaryStatus === 'RESERVED' ? 'BLOCKED' : 'RESERVED',
        } as EvseStatus);
      }
    }),
  );

const words: Readonly<Partial<Record<Reason, string>>> = {
  key: 'with a wrong key',
  permission: 'without permission',
  limit: 'beyond the quota',
  mediaType: 'of another media type',
  json: 'with malformed JSON',
  body: 'whose body breaks its schema',
  id: 'for an id that is no number',
  record: 'for an unknown id',
};

const halfDone = [
  ...REASONS.update.map((reason) =>
    broken(
      `update: a request ${words[reason] ?? ''} is refused, and changes the record.`,
      refusedChanged,
      carriedOut('update', reason),
    ),
  ),
  ...REASONS.create.map((reason) =>
    broken(
      `create: a request ${words[reason] ?? ''} is refused, and stores a status.`,
      shown('record-unexpected', 'create'),
      carriedOut('create', reason),
    ),
  ),
  broken(
    'update: the good fields of a refused update are stored.',
    refusedChanged,
    on(
      'update',
      afterCall((steps, { because }, call) => {
        const before = steps.records.get(first);
        const { temporaryStatus } = sentIn(call);
        if (because === 'body' && before !== undefined && steps.isStatus(temporaryStatus, call))
          steps.records.set(first, { ...before, temporaryStatus: String(temporaryStatus) });
      }),
    ),
  ),
];

/** Does something to other records after a success. */
const aside = (
  name: 'create' | 'update' | 'list',
  edit: (records: Steps['records'], steps: Readonly<Steps>) => void,
): Change =>
  on(
    name,
    afterCall((steps, { because }) => {
      if (because === 'success') edit(steps.records, steps);
    }),
  );

const latest = (records: Steps['records']) => Math.max(...records.keys());
const changeOne = (records: Steps['records'], id: number, changed: Partial<EvseStatus>) => {
  const record = records.get(id);
  if (record !== undefined) records.set(id, { ...record, ...changed });
};

const neighbours = [
  broken(
    'update: the second record becomes RESERVED.',
    neighbour('temporaryStatus'),
    aside('update', (records) => {
      changeOne(records, 43, { temporaryStatus: 'RESERVED' });
    }),
  ),
  broken(
    'update: every status of the EVSE gets the same end.',
    neighbour('validTo'),
    aside('update', (records) => {
      changeOne(records, 57, { validTo: String(records.get(first)?.validTo) });
    }),
  ),
  broken(
    'update: the second record gets an end.',
    neighbour('validTo'),
    aside('update', (records) => {
      changeOne(records, 43, { validTo: '2040-01-01T00:00:00Z' });
    }),
  ),
  broken(
    'update: the second record moves to the EVSE of the first.',
    neighbour('evseId'),
    aside('update', (records) => {
      changeOne(records, 43, { evseId: 'DK*SPI*E123*1' });
    }),
  ),
  broken(
    'update: other statuses of the EVSE are deleted.',
    shown('record-missing', 'update'),
    aside('update', (records) => records.delete(57)),
  ),
  broken(
    'update: the second record is deleted.',
    shown('record-missing', 'update'),
    aside('update', (records) => records.delete(43)),
  ),
  broken(
    'update: each update stores a copy with a new id.',
    shown('record-unexpected', 'update'),
    aside('update', (records) => {
      records.set(latest(records) + 1, { ...records.get(first), id: latest(records) + 1 } as EvseStatus);
    }),
  ),
  broken(
    'create: the status that the EVSE had is deleted.',
    shown('record-missing', 'create'),
    on(
      'create',
      beforeCall(({ records }, call) => {
        const { evseId, temporaryStatus } = sentIn(call);
        if (temporaryStatus !== undefined)
          for (const [id, record] of records) if (record.evseId === evseId && id !== first) records.delete(id);
      }),
    ),
  ),
  broken(
    'create: the second record becomes RESERVED.',
    neighbour('temporaryStatus'),
    aside('create', (records) => {
      changeOne(records, 43, { temporaryStatus: 'RESERVED' });
    }),
  ),
  broken(
    'create: the status is stored twice.',
    shown('record-unexpected', 'create'),
    aside('create', (records) => {
      const id = latest(records);
      records.set(id + 1, { ...records.get(id), id: id + 1 } as EvseStatus);
    }),
  ),
  broken(
    'create: every status gets the id of the last one.',
    ['id-reused', recordField('id')],
    on('create', ({ nextId }) => ({ nextId: (call) => nextId(call) - 1 })),
  ),
  broken(
    'create: the id counts the records.',
    ['id-reused', recordField('id')],
    on('create', ({ records }) => ({ nextId: () => records.size + 38 })),
  ),
  broken(
    'create: the id in the body is taken.',
    ['id-reused', recordField('id')],
    on('create', ({ validate, merge }) => ({
      validate,
      merge: (before, sent, call) => ({
        ...merge(before, sent, call),
        ...(typeof sentIn(call)['id'] === 'number' && { id: Number(sentIn(call)['id']) }),
      }),
    })),
  ),
  broken(
    'list: a reading changes the status.',
    ['read-changed', recordField('temporaryStatus')],
    aside('list', (records) => {
      changeOne(records, first, {
        temporaryStatus: records.get(first)?.temporaryStatus === 'RESERVED' ? 'BLOCKED' : 'RESERVED',
      });
    }),
  ),
  broken(
    'list: a reading moves the end.',
    ['read-changed', recordField('validTo')],
    aside('list', (records) => {
      changeOne(records, first, {
        validTo: new Date(Date.parse(String(records.get(first)?.validTo)) + 1000).toISOString(),
      });
    }),
  ),
  broken(
    'list: a reading moves the start to the next second.',
    ['read-changed', recordField('validFrom')],
    aside('list', (records) => {
      changeOne(records, first, {
        validFrom: new Date(Date.parse(String(records.get(first)?.validFrom)) + 1000).toISOString(),
      });
    }),
  ),
  broken(
    'list: a reading deletes ended statuses of other records.',
    shown('record-missing', 'list'),
    aside('list', (records) => records.delete(57)),
  ),
  broken(
    'list: a reading stores a status.',
    shown('record-unexpected', 'list'),
    aside('list', (records) => {
      const id = latest(records) + 1;
      records.set(id, { ...records.get(first), id } as EvseStatus);
    }),
  ),
];

/** Records that are not what the responses say. */
export const state: readonly BrokenProvider[] = [...updates, ...lost, ...halfDone, ...neighbours];
