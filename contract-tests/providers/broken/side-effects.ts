import { afterCall, beforeCall, on, sentIn } from '../changes.ts';
import { broken, type BrokenProvider } from '../fleet.ts';
import { later } from '../instant.ts';
import { operationOf, recordField, type OperationName } from '../places.ts';
import { FAULTS, REASONS, type CommonReason } from '../refusal.ts';
import type { Change, EvseStatus, Steps } from '../steps.ts';

const refusedChanged = ['refused-changed', recordField('temporaryStatus')] as const;
const neighbour = (field: string) => ['neighbour-changed', recordField(field)] as const;
const shown = (rule: 'record-missing' | 'record-unexpected', name: OperationName) =>
  [rule, operationOf(name).pointer] as const;

const first = 42;

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

/** Changes the records after a request with a certain outcome. */
const after = (reason: CommonReason | 'success', edit: (steps: Readonly<Steps>) => void): Change =>
  afterCall((steps, { because }) => {
    if (because === reason) edit(steps);
  });

const refused = [
  ...REASONS.update.flatMap((reason) =>
    broken('update', refusedChanged, {
      [`${FAULTS[reason]} is refused, and changes the record`]: after(reason, ({ records }) => {
        changeOne(records, first, switched);
      }),
    }),
  ),
  ...REASONS.create.flatMap((reason) =>
    broken('create', shown('record-unexpected', 'create'), {
      [`${FAULTS[reason]} is refused, and stores a status`]: after(reason, (steps) => {
        copy(steps, first);
      }),
    }),
  ),
  ...broken('update', refusedChanged, {
    'the good fields of a refused update are stored': afterCall((steps, { because }, call) => {
      const { temporaryStatus } = sentIn(call);
      if (because === 'body' && steps.isStatus(temporaryStatus, call))
        changeOne(steps.records, first, () => ({ temporaryStatus: String(temporaryStatus) }));
    }),
  }),
];

/** Every success also changes the record with an id. */
const alsoChanging = (id: number, edit: (record: EvseStatus) => Partial<EvseStatus>) =>
  after('success', ({ records }) => {
    changeOne(records, id, edit);
  });
const alsoDeleting = (id: number) =>
  after('success', ({ records }) => {
    records.delete(id);
  });
const alsoCopying = (from: (records: Steps['records']) => number) =>
  after('success', (steps) => {
    copy(steps, from(steps.records));
  });

const ofUpdates = [
  ...broken('update', neighbour('temporaryStatus'), {
    'the second record becomes RESERVED': alsoChanging(43, () => ({ temporaryStatus: 'RESERVED' })),
  }),
  ...broken('update', neighbour('validTo'), {
    'the second record gets an end': alsoChanging(43, () => ({ validTo: '2040-01-01T00:00:00Z' })),
    'another status of the EVSE gets a later end': alsoChanging(57, () => ({ validTo: '2040-01-01T00:00:00Z' })),
  }),
  ...broken('update', neighbour('evseId'), {
    'the second record moves to the EVSE of the first': alsoChanging(43, () => ({ evseId: 'DK*SPI*E123*1' })),
  }),
  ...broken('', neighbour('validTo'), {
    'An update ends the statuses of the EVSE for creates': (steps) => {
      steps.records.set(900, { id: 900, evseId: 'DK*SPI*E123*7', temporaryStatus: 'BLOCKED' });
      return on(
        'update',
        alsoChanging(900, () => ({ validTo: '2030-01-01T00:00:00Z' })),
      )(steps);
    },
  }),
  ...broken('update', shown('record-missing', 'update'), {
    'other statuses of the EVSE are deleted': alsoDeleting(57),
    'the second record is deleted': alsoDeleting(43),
  }),
  ...broken('update', shown('record-unexpected', 'update'), {
    'each update stores a copy with a new id': alsoCopying(() => first),
  }),
];

const ofCreates = [
  ...broken('create', neighbour('temporaryStatus'), {
    'another status of the EVSE becomes BLOCKED': alsoChanging(57, () => ({ temporaryStatus: 'BLOCKED' })),
    'the second record becomes RESERVED': alsoChanging(43, () => ({ temporaryStatus: 'RESERVED' })),
  }),
  ...broken('create', shown('record-missing', 'create'), {
    'the second record is deleted': alsoDeleting(43),
    'statuses that the EVSE had are deleted': beforeCall(({ records }, call) => {
      const { evseId } = sentIn(call);
      for (const [id, record] of records) if (record.evseId === evseId && id !== first) records.delete(id);
    }),
  }),
  ...broken('create', shown('record-unexpected', 'create'), {
    'a status is stored twice': alsoCopying((records) => Math.max(...records.keys())),
  }),
  ...broken('create', ['id-reused', recordField('id')], {
    'every status gets the id of the last one': ({ nextId }) => ({ nextId: (call) => nextId(call) - 1 }),
    'an id counts the records': ({ records }) => ({ nextId: () => records.size + 38 }),
    'the id in the body is taken': ({ merge }) => ({
      merge: (before, sent, call) => ({
        ...merge(before, sent, call),
        ...(typeof sentIn(call)['id'] === 'number' && { id: Number(sentIn(call)['id']) }),
      }),
    }),
  }),
];

const ofReadings = [
  ...broken('list', ['read-changed', recordField('temporaryStatus')], {
    'a reading changes the status': alsoChanging(first, switched),
  }),
  ...broken('list', ['read-changed', recordField('validTo')], {
    'a reading moves the end': alsoChanging(first, ({ validTo }) => ({ validTo: later(validTo, 1000) })),
  }),
  ...broken('list', ['read-changed', recordField('validFrom')], {
    'a reading moves the start': alsoChanging(first, ({ validFrom }) => ({ validFrom: later(validFrom, 1000) })),
  }),
  ...broken('list', shown('record-missing', 'list'), {
    'a reading deletes another status of the EVSE': alsoDeleting(57),
  }),
  ...broken('list', shown('record-unexpected', 'list'), {
    'a reading stores a status': alsoCopying(() => first),
  }),
];

/** Side effects: of a refused request, on other records, or of reading. */
export const sideEffects: readonly BrokenProvider[] = [...refused, ...ofUpdates, ...ofCreates, ...ofReadings];
