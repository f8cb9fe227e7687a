import { merging, openEnded, type BrokenProvider } from '../control.ts';
import { record } from '../places.ts';
import { isObject, type Change, type EvseStatus, type Steps } from '../steps.ts';

const field = (name: keyof EvseStatus) => `${record}/properties/${name}`;
const unsent = (name: keyof EvseStatus) => ({ rule: 'keeps-unsent', at: field(name) });
const refused = { rule: 'refused-changes-nothing', at: field('temporaryStatus') };

/** Stores the fields that are good although the request is answered with this status. `idOf`: in which record. */
const storingAt =
  (status: number, idOf: (segment: string) => number): Change =>
  (correct) => ({
    finish: (answer, { path, body }) => {
      if (answer.status === status) storeWhatHolds(correct, idOf(path.slice(path.lastIndexOf('/') + 1)), body);
      return answer;
    },
  });

function storeWhatHolds({ find, store, merge, faultOf }: Steps, id: number, body: string): void {
  const before = find(id);
  let sent: unknown;
  try {
    sent = JSON.parse(body);
  } catch {
    return;
  }
  if (before === undefined || !isObject(sent)) return;
  const good = Object.entries(sent).filter(([name, value]) => faultOf({ [name]: value }) === undefined);
  store(merge(before, Object.fromEntries(good)));
}

/** Updates that do more or less than was asked for, or that are forgotten. */
export const memory: readonly BrokenProvider[] = [
  {
    name: 'a PUT, not a PATCH: the end goes',
    fault: 'validTo is taken away where it is not sent.',
    found: unsent('validTo'),
    change: merging((after, change) => ('validTo' in change ? after : openEnded(after))),
  },
  {
    name: 'a PUT, not a PATCH: the start goes',
    fault: 'validFrom is taken away where it is not sent: neither kept nor moved to now.',
    found: unsent('validFrom'),
    change: merging((after, change) => {
      const { id, temporaryStatus, evseId, validTo } = after;
      return 'validFrom' in change ? after : { id, temporaryStatus, evseId, ...(validTo !== undefined && { validTo }) };
    }),
  },
  {
    name: 'the start goes back to 1970',
    fault: 'validFrom is set to the epoch where it is not sent: neither kept nor moved to now.',
    found: unsent('validFrom'),
    change: merging((after, change) =>
      'validFrom' in change ? after : { ...after, validFrom: '1970-01-01T00:00:00Z' },
    ),
  },
  {
    name: 'a PUT, not a PATCH: the status goes',
    fault: 'The status is set to MAINTENANCE where it is not sent.',
    found: unsent('temporaryStatus'),
    change: merging((after, change) =>
      'temporaryStatus' in change ? after : { ...after, temporaryStatus: 'MAINTENANCE' },
    ),
  },
  {
    name: 'the end moves with the start',
    fault: 'A new validFrom moves a validTo that was not sent by as much.',
    found: unsent('validTo'),
    change: merging((after, change, before) =>
      'validFrom' in change && !('validTo' in change) && before.validFrom !== undefined && before.validTo !== undefined
        ? {
            ...after,
            validTo: new Date(
              Date.parse(before.validTo) + Date.parse(after.validFrom ?? '') - Date.parse(before.validFrom),
            ).toISOString(),
          }
        : after,
    ),
  },
  {
    name: 'a new status has no end',
    fault: 'A new status without a validTo takes the end away.',
    found: unsent('validTo'),
    change: merging((after, change, before) =>
      'validTo' in change || after.temporaryStatus === before.temporaryStatus ? after : openEnded(after),
    ),
  },
  {
    name: '{} clears the record',
    fault: 'A body without fields takes the end away.',
    found: unsent('validTo'),
    change: merging((after, change) => (Object.keys(change).length > 0 ? after : openEnded(after))),
  },
  {
    name: 'nothing is stored',
    fault: 'The answer is right and the record stays as it was.',
    found: unsent('temporaryStatus'),
    change: () => ({ store: () => undefined }),
  },
  {
    name: 'only the first update is stored',
    fault: 'Later updates are answered and forgotten.',
    found: unsent('temporaryStatus'),
    change: ({ store }) => {
      let isFirst = true;
      return {
        store: (status) => {
          if (isFirst) store(status);
          isFirst = false;
        },
      };
    },
  },
  {
    name: 'only the status is stored',
    fault: 'validFrom and validTo are answered and forgotten.',
    found: unsent('validTo'),
    change: ({ store, find }) => ({
      store: (status) => {
        store({ ...status, ...find(status.id), temporaryStatus: status.temporaryStatus });
      },
    }),
  },
  {
    name: 'every update ends later',
    fault: 'The end moves on by one more second with every update.',
    found: { rule: 'idempotent', at: field('validTo') },
    change: ({ merge }) => {
      let count = 0;
      return {
        merge: (before, change) => {
          const after = merge(before, change);
          count += 1;
          return after.validTo === undefined
            ? after
            : { ...after, validTo: new Date(Date.parse(after.validTo) + count * 1000).toISOString() };
        },
      };
    },
  },
  {
    name: 'the same status again switches it',
    fault: 'Sending the status that is stored turns it to another one.',
    found: { rule: 'idempotent', at: field('temporaryStatus') },
    change: merging((after, change, before) =>
      change['temporaryStatus'] === before.temporaryStatus
        ? { ...after, temporaryStatus: before.temporaryStatus === 'BLOCKED' ? 'RESERVED' : 'BLOCKED' }
        : after,
    ),
  },
  {
    name: 'the same update again clears the end',
    fault: 'An update that changes nothing takes the end away.',
    found: { rule: 'idempotent', at: field('validTo') },
    change: merging((after, change, before) =>
      Object.keys(change).length > 0 && JSON.stringify(after) === JSON.stringify(before) ? openEnded(after) : after,
    ),
  },
  {
    name: 'evseId loses its separators',
    fault: 'A new status rewrites evseId.',
    found: { rule: 'evse-id-stable', at: field('evseId') },
    change: merging((after, change) =>
      'temporaryStatus' in change ? { ...after, evseId: after.evseId.replaceAll('*', '') } : after,
    ),
  },
  {
    name: 'evseId counts on',
    fault: 'Every answer names the next EVSE.',
    found: { rule: 'evse-id-stable', at: field('evseId') },
    change: ({ show }) => {
      let count = 0;
      return { show: (update) => ({ ...(show(update) as EvseStatus), evseId: `DK*SPI*E123*${(count += 1)}` }) };
    },
  },
  {
    name: 'every record is changed',
    fault: 'The status of one record is given to all of them.',
    found: { rule: 'other-record-untouched', at: field('temporaryStatus') },
    change: ({ store, records }) => ({
      store: (status) => {
        store(status);
        for (const other of records.values()) store({ ...other, temporaryStatus: status.temporaryStatus });
      },
    }),
  },
  {
    name: 'the next record is changed too',
    fault: 'The end of one record is given to the next one.',
    found: { rule: 'other-record-untouched', at: field('validTo') },
    change: ({ store, records }) => ({
      store: (status) => {
        store(status);
        const next = records.get(status.id + 1);
        if (next !== undefined && status.validTo !== undefined) store({ ...next, validTo: status.validTo });
      },
    }),
  },
  {
    name: 'a refused update is half stored',
    fault: 'The fields that hold are stored before the one that does not is refused.',
    found: refused,
    change: storingAt(422, Number),
  },
  {
    name: 'stored without a key',
    fault: 'A request without a good key is stored, and then answered with 401.',
    found: refused,
    change: storingAt(401, Number),
  },
  {
    name: 'stored without permission',
    fault: 'A request whose key has no permission is stored, and then answered with 403.',
    found: refused,
    change: storingAt(403, Number),
  },
  {
    name: 'stored beyond the limit',
    fault: 'A request beyond the limit is stored, and then answered with 429.',
    found: refused,
    change: storingAt(429, Number),
  },
  {
    name: 'stored from a wrong media type',
    fault: 'A body of the wrong media type is stored, and then answered with 400.',
    found: refused,
    change: storingAt(400, Number),
  },
  {
    name: 'an unknown id changes the first record',
    fault: 'An update of an id that is not there is answered with 404, and stored in the first record.',
    found: refused,
    change: storingAt(404, () => 42),
  },
  {
    name: 'a misread id changes a record',
    fault: 'An update of the id 42abc is answered with 400, and stored in record 42.',
    found: refused,
    change: storingAt(400, (segment) => (/^\d+$/.test(segment) ? NaN : parseInt(segment, 10))),
  },
];
