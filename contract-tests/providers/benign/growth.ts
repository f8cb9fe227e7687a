import { explaining, on, sending, sendingFor, showing, startingFrom, withHeaders } from '../changes.ts';
import { benign, type BenignProvider } from '../fleet.ts';
import { OPERATION_NAMES } from '../places.ts';

const newFields = 'New response fields are not breaking [versioning].';
const newValues = 'New enum values are not breaking [versioning].';
const field = { reported: 'unknown-field' } as const;
const value = { reported: 'unknown-value' } as const;

/** What the vendor may add at any time [versioning]: reported, never failed. */
export const growth: readonly BenignProvider[] = [
  ...OPERATION_NAMES.map((name) =>
    benign(
      `${name}: a record has a new field.`,
      newFields,
      on(
        name,
        showing((record) => ({ ...record, note: 'Replacing the cable.' })),
      ),
      field,
    ),
  ),
  benign(
    'A new field is null.',
    newFields,
    showing((record) => ({ ...record, reason: null })),
    field,
  ),
  benign(
    'New fields hold an object and a list.',
    newFields,
    showing((record) => ({ ...record, location: { id: '7', connectors: [1, 2] }, tags: [] })),
    field,
  ),
  benign(
    'A new field looks like a time and is none.',
    newFields,
    showing((record) => ({ ...record, validUntilText: 'tomorrow evening' })),
    field,
  ),
  benign(
    'A new field counts the updates.',
    newFields,
    ({ merge }) => ({
      merge: (before, sent, call) => ({
        ...merge(before, sent, call),
        version: Number((before as { version?: number }).version ?? 0) + 1,
      }),
    }),
    field,
  ),
  benign(
    'A new field changes with every reading.',
    newFields,
    ({ show }) => {
      let count = 0;
      return {
        show: (record, call) => ({
          ...(show(record, call) as object),
          shownAt: new Date((count += 1) * 1000).toISOString(),
        }),
      };
    },
    field,
  ),
  benign(
    'Errors have new fields.',
    newFields,
    explaining((error) => ({
      error: { ...error, doc_url: 'https://docs.spirii.com/errors-and-limits/errors', details: [] },
    })),
    field,
  ),
  benign(
    'The envelope has a field beside the error.',
    newFields,
    explaining((error) => ({ error, timestamp: '2037-04-23T10:00:00Z' })),
    field,
  ),
  benign(
    'The record has a new status before the check comes.',
    newValues,
    startingFrom((record) => ({ ...record, temporaryStatus: 'INSPECTION' })),
    value,
  ),
  benign(
    'A neighbour has a new status.',
    newValues,
    ({ records }) => {
      for (const record of [...records.values()].slice(1))
        records.set(record.id, { ...record, temporaryStatus: 'INSPECTION' });
      return {};
    },
    value,
  ),
  benign('A new status can be sent.', newValues, ({ isStatus }) => ({
    isStatus: (sent, call) => sent === 'INSPECTION' || isStatus(sent, call),
  })),
  benign(
    'A new optional parameter limits the list.',
    'New optional parameters are not breaking [versioning].',
    on('list', ({ select }) => ({
      select: (call) => select(call).slice(0, Number(call.query.get('limit') ?? Infinity)),
    })),
  ),
  benign(
    'A new header is sent.',
    'A header that the document does not know changes nothing.',
    withHeaders(() => ({ 'X-Served-By': 'eu-north-1b' })),
    { reported: 'unknown-header' },
  ),
  benign(
    'Every response has a Sunset.',
    'A deprecated version says when it ends, and works until then [versioning].',
    withHeaders(() => ({ Sunset: 'Sat, 31 Dec 2033 23:59:59 GMT' })),
    { reported: 'sunset' },
  ),
  benign(
    'Refusals alone have a Sunset.',
    'Sunset is not restricted to successes [versioning].',
    sending(({ because, headers }) =>
      because === 'success' ? undefined : { headers: { ...headers, Sunset: 'Sat, 31 Dec 2033 23:59:59 GMT' } },
    ),
    { reported: 'sunset' },
  ),
  benign(
    'A 401 says less than other errors.',
    'Which fields are always present is not said [errors].',
    sendingFor('key', () => ({ body: { error: { message: 'Unauthorized' } } })),
    { reported: 'error-field-missing' },
  ),
];
