import { afterCall, beforeCall, sentIn } from '../changes.ts';
import { broken, each, type BrokenProvider } from '../fleet.ts';
import { operationOf, recordField, type OperationName } from '../places.ts';
import { REASONS, type CommonReason } from '../refusal.ts';
import type { Change, EvseStatus, Steps } from '../steps.ts';

const refusedChanged = ['refused-changed', recordField('temporaryStatus')] as const;
const neighbour = (field: string) => ['neighbour-changed', recordField(field)] as const;
const shown = (rule: 'record-missing' | 'record-unexpected', name: OperationName) =>
  [rule, operationOf(name).pointer] as const;

const first = 42;
const later = (time: string | undefined, milliseconds: number) =>
  new Date(Date.parse(String(time)) + milliseconds).toISOString();

const words: Readonly<Record<CommonReason, string>> = {
  key: 'with a wrong key',
  permission: 'without permission',
  limit: 'beyond the quota',
  mediaType: 'of another media type',
  json: 'with malformed JSON',
  body: 'whose body breaks its schema',
  id: 'for an id that is no number',
  record: 'for an unknown id',
};

const changeOne = (records: Steps['records'], id: number, edit: (record: EvseStatus) => Partial<EvseStatus>) => {
  const record = records.get(id);
  if (record !== undefined) records.set(id, { ...record, ...edit(record) });
};
const switched = ({ temporaryStatus }: EvseStatus) => ({
  temporaryStatus: temporaryStatus === 'RESERVED' ? 'BLOCKED' : 'RESERVED',
});
const copy = ({ records }: Pick<Steps, 'records'>, from: number) => {
  const id = Math.max(...records.keys()) + 1;
  records.set(id, { ...records.get(from), id } as EvseStatus);
};

/** Does something after a request that was refused, or carried out. */
const after = (reason: CommonReason | 'success', edit: (steps: Readonly<Steps>) => void): Change =>
  afterCall((steps, { because }) => {
    if (because === reason) edit(steps);
  });

const refused = [
  ...REASONS.update.map((reason) =>
    broken(
      'update',
      `a request ${words[reason]} is refused, and changes the record.`,
      refusedChanged,
      after(reason, ({ records }) => {
        changeOne(records, first, switched);
      }),
    ),
  ),
  ...REASONS.create.map((reason) =>
    broken(
      'create',
      `a request ${words[reason]} is refused, and stores a status.`,
      shown('record-unexpected', 'create'),
      after(reason, (steps) => {
        copy(steps, first);
      }),
    ),
  ),
  broken(
    'update',
    'the good fields of a refused update are stored.',
    refusedChanged,
    afterCall((steps, { because }, call) => {
      const { temporaryStatus } = sentIn(call);
      if (because === 'body' && steps.isStatus(temporaryStatus, call))
        changeOne(steps.records, first, () => ({ temporaryStatus: String(temporaryStatus) }));
    }),
  ),
];

/** What happens beside a success, to the record with an id. */
const beside = (id: number, edit: (record: EvseStatus) => Partial<EvseStatus>) =>
  after('success', ({ records }) => {
    changeOne(records, id, edit);
  });
const deleting = (id: number) =>
  after('success', ({ records }) => {
    records.delete(id);
  });

const neighbours = [
  broken(
    'update',
    'the second record becomes RESERVED.',
    neighbour('temporaryStatus'),
    beside(43, () => ({ temporaryStatus: 'RESERVED' })),
  ),
  broken(
    'update',
    'the second record gets an end.',
    neighbour('validTo'),
    beside(43, () => ({ validTo: '2040-01-01T00:00:00Z' })),
  ),
  broken(
    'update',
    'the second record moves to the EVSE of the first.',
    neighbour('evseId'),
    beside(43, () => ({ evseId: 'DK*SPI*E123*1' })),
  ),
  broken(
    'update',
    'another status of the EVSE gets a later end.',
    neighbour('validTo'),
    beside(57, () => ({ validTo: '2040-01-01T00:00:00Z' })),
  ),
  broken(
    'create',
    'another status of the EVSE becomes BLOCKED.',
    neighbour('temporaryStatus'),
    beside(57, () => ({ temporaryStatus: 'BLOCKED' })),
  ),
  broken(
    'create',
    'the second record becomes RESERVED.',
    neighbour('temporaryStatus'),
    beside(43, () => ({ temporaryStatus: 'RESERVED' })),
  ),
  broken('update', 'other statuses of the EVSE are deleted.', shown('record-missing', 'update'), deleting(57)),
  broken('update', 'the second record is deleted.', shown('record-missing', 'update'), deleting(43)),
  broken('create', 'the second record is deleted.', shown('record-missing', 'create'), deleting(43)),
  broken(
    'create',
    'statuses that the EVSE had are deleted.',
    shown('record-missing', 'create'),
    beforeCall(({ records }, call) => {
      const { evseId } = sentIn(call);
      for (const [id, record] of records) if (record.evseId === evseId && id !== first) records.delete(id);
    }),
  ),
  broken(
    'update',
    'each update stores a copy with a new id.',
    shown('record-unexpected', 'update'),
    after('success', (steps) => {
      copy(steps, first);
    }),
  ),
  broken(
    'create',
    'a status is stored twice.',
    shown('record-unexpected', 'create'),
    after('success', (steps) => {
      copy(steps, Math.max(...steps.records.keys()));
    }),
  ),
  ...each('create', ['id-reused', recordField('id')], {
    'every status gets the id of the last one': ({ nextId }) => ({ nextId: (call) => nextId(call) - 1 }),
    'an id counts the records': ({ records }) => ({ nextId: () => records.size + 38 }),
    'the id in the body is taken': ({ merge }) => ({
      merge: (before, sent, call) => ({
        ...merge(before, sent, call),
        ...(typeof sentIn(call)['id'] === 'number' && { id: Number(sentIn(call)['id']) }),
      }),
    }),
  }),
  broken(
    'list',
    'a reading changes the status.',
    ['read-changed', recordField('temporaryStatus')],
    beside(first, switched),
  ),
  broken(
    'list',
    'a reading moves the end.',
    ['read-changed', recordField('validTo')],
    beside(first, ({ validTo }) => ({ validTo: later(validTo, 1000) })),
  ),
  broken(
    'list',
    'a reading moves the start.',
    ['read-changed', recordField('validFrom')],
    beside(first, ({ validFrom }) => ({ validFrom: later(validFrom, 1000) })),
  ),
  broken('list', 'a reading deletes another status of the EVSE.', shown('record-missing', 'list'), deleting(57)),
  broken(
    'list',
    'a reading stores a status.',
    shown('record-unexpected', 'list'),
    after('success', (steps) => {
      copy(steps, first);
    }),
  ),
];

/** What happens beside the request: after a refusal, to other records, or by reading. */
export const sideEffects: readonly BrokenProvider[] = [...refused, ...neighbours];
