import { merging, without } from '../changes.ts';
import { broken, each, type BrokenProvider } from '../fleet.ts';
import { operationOf, recordField } from '../places.ts';
import type { Change, EvseStatus, Steps } from '../steps.ts';

const unsent = (field: string) => ['unsent-changed', recordField(field)] as const;
const differs = (field: string) => ['stored-differs', recordField(field)] as const;
const missing = ['record-missing', operationOf('create').pointer] as const;

const later = (time: string | undefined, milliseconds: number) =>
  new Date(Date.parse(String(time)) + milliseconds).toISOString();

/** Updates that change more than was sent. */
const beyond = [
  ...each('update', unsent('validTo'), {
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
  ...each('update', unsent('validFrom'), {
    'a start that is not sent is taken away': merging((after, sent) =>
      'validFrom' in sent ? after : without(after, 'validFrom'),
    ),
    'a start that is not sent goes back to 1970': merging((after, sent) =>
      'validFrom' in sent ? after : { ...after, validFrom: '1970-01-01T00:00:00Z' },
    ),
  }),
  ...each('update', unsent('temporaryStatus'), {
    'a status that is not sent becomes MAINTENANCE': merging((after, sent) =>
      'temporaryStatus' in sent ? after : { ...after, temporaryStatus: 'MAINTENANCE' },
    ),
    'a body without fields resets the status': merging((after, sent) =>
      Object.keys(sent).length === 0 ? { ...after, temporaryStatus: 'RESERVED' } : after,
    ),
  }),
];

/** A response that says one thing, and records that hold another. */
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
  ...each('update', differs('temporaryStatus'), {
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
  broken('update', 'validFrom is shown and not stored.', differs('validFrom'), keeping('validFrom')),
  broken('update', 'validTo is shown and not stored.', differs('validTo'), keeping('validTo')),
  broken('update', 'the end is stored an hour late.', differs('validTo'), hourLate),
  broken('create', 'the end is stored an hour late.', differs('validTo'), hourLate),
  broken(
    'create',
    'nothing is stored.',
    missing,
    storing(() => undefined),
  ),
  broken(
    'create',
    'the stored status is MAINTENANCE.',
    differs('temporaryStatus'),
    storing((record) => ({ ...record, temporaryStatus: 'MAINTENANCE' })),
  ),
  broken(
    'create',
    'validFrom is shown and not stored.',
    differs('validFrom'),
    storing((record) => without(record, 'validFrom')),
  ),
  broken(
    'create',
    'validTo is shown and not stored.',
    differs('validTo'),
    storing((record) => without(record, 'validTo')),
  ),
  broken(
    'create',
    'evseId is stored in lower case.',
    differs('evseId'),
    storing((record) => ({ ...record, evseId: record.evseId.toLowerCase() })),
  ),
];

/** Records that are not what the responses say. */
export const state: readonly BrokenProvider[] = [...beyond, ...lost];
