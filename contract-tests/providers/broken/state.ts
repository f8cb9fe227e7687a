import { merging, without } from '../changes.ts';
import { broken, type BrokenProvider } from '../fleet.ts';
import { later } from '../instant.ts';
import { operationOf, recordField } from '../places.ts';
import type { Change, EvseStatus, Steps } from '../steps.ts';

const unsent = (field: string) => ['unsent-changed', recordField(field)] as const;
const differs = (field: string) => ['stored-differs', recordField(field)] as const;
const missing = ['record-missing', operationOf('create').pointer] as const;

/** Updates that change more than they were sent. */
const beyond = [
  ...broken('update', unsent('validTo'), {
    'an end that is not sent is taken away': merging((after, sent) =>
      'validTo' in sent ? after : without(after, 'validTo'),
    ),
    'a new status takes the end away': merging((after, sent) =>
      'temporaryStatus' in sent && !('validTo' in sent) ? without(after, 'validTo') : after,
    ),
    'a body without fields takes the end away': merging((after, sent) =>
      Object.keys(sent).length === 0 ? without(after, 'validTo') : after,
    ),
    'every update ends a second later': merging((after, sent) =>
      'validTo' in sent ? after : { ...after, validTo: later(after.validTo, 1000) },
    ),
    'the end moves with the start': merging((after, sent, before) =>
      'validFrom' in sent && !('validTo' in sent)
        ? {
            ...after,
            validTo: later(after.validTo, Date.parse(String(after.validFrom)) - Date.parse(String(before.validFrom))),
          }
        : after,
    ),
  }),
  ...broken('update', unsent('validFrom'), {
    'a start that is not sent is taken away': merging((after, sent) =>
      'validFrom' in sent ? after : without(after, 'validFrom'),
    ),
    'a start that is not sent goes back to 1970': merging((after, sent) =>
      'validFrom' in sent ? after : { ...after, validFrom: '1970-01-01T00:00:00Z' },
    ),
  }),
  ...broken('update', unsent('temporaryStatus'), {
    'a status that is not sent becomes MAINTENANCE': merging((after, sent) =>
      'temporaryStatus' in sent ? after : { ...after, temporaryStatus: 'MAINTENANCE' },
    ),
    'a body without fields resets the status': merging((after, sent) =>
      Object.keys(sent).length === 0 ? { ...after, temporaryStatus: 'RESERVED' } : after,
    ),
  }),
];

/** Stores something else than the response says. */
const storing =
  (edit: (record: EvseStatus, records: Steps['records']) => EvseStatus | undefined): Change =>
  ({ store, records }) => ({
    store: (record, call) => {
      const kept = edit(record, records);
      if (kept !== undefined) store(kept, call);
    },
  });

const keeping = (field: keyof EvseStatus) =>
  storing((record, records) => ({
    ...without(record, field),
    ...Object.fromEntries(Object.entries(records.get(record.id) ?? {}).filter(([name]) => name === field)),
  }));
const hourLate = storing((record) =>
  record.validTo === undefined ? record : { ...record, validTo: later(record.validTo, 3_600_000) },
);

const lost = [
  ...broken('update', differs('temporaryStatus'), {
    'nothing is stored': storing(() => undefined),
    'temporaryStatus is shown and not stored': keeping('temporaryStatus'),
    'only the first update is stored': (correct) => {
      let count = 0;
      return storing((record) => ((count += 1) === 1 ? record : undefined))(correct);
    },
    'each update is stored when the next one comes': (correct) => {
      let waiting: EvseStatus | undefined;
      return storing((record) => {
        const stored = waiting;
        waiting = record;
        return stored;
      })(correct);
    },
  }),
  ...broken('update', differs('validFrom'), { 'validFrom is shown and not stored': keeping('validFrom') }),
  ...broken('update', differs('validTo'), {
    'validTo is shown and not stored': keeping('validTo'),
    'the end is stored an hour late': hourLate,
  }),
  ...broken('create', missing, { 'nothing is stored': storing(() => undefined) }),
  ...broken('create', differs('temporaryStatus'), {
    'the stored status is MAINTENANCE': storing((record) => ({ ...record, temporaryStatus: 'MAINTENANCE' })),
  }),
  ...broken('create', differs('validFrom'), {
    'validFrom is shown and not stored': storing((record) => without(record, 'validFrom')),
  }),
  ...broken('create', differs('validTo'), {
    'validTo is shown and not stored': storing((record) => without(record, 'validTo')),
    'the end is stored an hour late': hourLate,
  }),
  ...broken('create', differs('evseId'), {
    'evseId is stored in lower case': storing((record) => ({ ...record, evseId: record.evseId.toLowerCase() })),
  }),
];

/** Records that differ from the responses. */
export const state: readonly BrokenProvider[] = [...beyond, ...lost];
