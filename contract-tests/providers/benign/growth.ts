import { explaining, on, sendingFor, showing, startingFrom, withHeaders } from '../changes.ts';
import { allowed, type BenignProvider } from '../fleet.ts';
import type { Change, EvseStatus } from '../steps.ts';

const newField = (edit: () => object): Change => showing((record) => ({ ...record, ...edit() }));
const unknownField = newField(() => ({ unknownField: 'Replacing the cable.' }));
const sunset = { Sunset: 'Sat, 31 Dec 2033 23:59:59 GMT' };

/** What is reported and never fails: additions that the vendor may make at any time. */
export const growth: readonly BenignProvider[] = [
  ...allowed(
    'New response fields are not breaking [versioning].',
    {
      'The list has a new field': on('list', unknownField),
      'A create shows a new field': on('create', unknownField),
      'An update shows a new field': on('update', unknownField),
      'A new field is null': newField(() => ({ reason: null })),
      'New fields hold an object and a list': newField(() => ({ location: { id: '7', connectors: [1, 2] }, tags: [] })),
      'A new field looks like a time and is not one': newField(() => ({ validUntilText: 'tomorrow evening' })),
      'A new field counts the updates': ({ merge }) => ({
        merge: (before: EvseStatus & { version?: number }, sent, call) => ({
          ...merge(before, sent, call),
          version: (before.version ?? 0) + 1,
        }),
      }),
      'A new field changes with every reading': (correct) => {
        let count = 0;
        return newField(() => ({ shownAt: new Date((count += 1) * 1000).toISOString() }))(correct);
      },
      'Errors have new fields': explaining((error) => ({
        error: { ...error, doc_url: 'https://docs.spirii.com/errors', details: [] },
      })),
      'The envelope has a field beside the error': explaining((error) => ({
        error,
        timestamp: '2037-04-23T10:00:00Z',
      })),
    },
    { reported: 'unknown-field' },
  ),
  ...allowed(
    'New enum values are not breaking [versioning].',
    {
      'The record has a new status before the check comes': startingFrom((record) => ({
        ...record,
        temporaryStatus: 'INSPECTION',
      })),
    },
    { reported: 'unknown-value', options: { acceptLoss: ['temporaryStatus'] } },
  ),
  ...allowed(
    'New enum values are not breaking [versioning].',
    {
      'Other records have a new status': ({ records }) => {
        for (const record of [...records.values()].slice(1))
          records.set(record.id, { ...record, temporaryStatus: 'INSPECTION' });
        return {};
      },
    },
    { reported: 'unknown-value' },
  ),
  ...allowed('New enum values are not breaking [versioning].', {
    'A new status can be sent': ({ isStatus }) => ({
      isStatus: (sent, call) => sent === 'INSPECTION' || isStatus(sent, call),
    }),
  }),
  ...allowed('New optional parameters are not breaking [versioning].', {
    'A new optional parameter limits the list': ({ select }) => ({
      select: (call) => select(call).slice(0, Number(call.query.get('limit') ?? Infinity)),
    }),
  }),
  ...allowed(
    'A header that the document does not know changes nothing.',
    {
      'A new header is sent': withHeaders(() => ({ 'X-Served-By': 'eu-north-1b' })),
      'Each response has its request id in a header': withHeaders((_, { because }) => ({
        'X-Request-Id': `req_${because}`,
      })),
    },
    { reported: 'unknown-header' },
  ),
  ...allowed(
    'A deprecated version says on any response when it ends, and works until then [versioning].',
    {
      'Every response has a Sunset': withHeaders(() => sunset),
      'Refusals alone have a Sunset': withHeaders((_, { because }) => (because === 'success' ? undefined : sunset)),
    },
    { reported: 'sunset' },
  ),
  ...allowed(
    'Which fields are always present is not said [errors].',
    {
      'A 401 says less than other errors': sendingFor('key', () => ({ body: { error: { message: 'Unauthorized' } } })),
    },
    { reported: 'error-field-missing' },
  ),
];
