import { explaining, sending, showing, startingFrom, withHeaders, type BenignProvider } from '../control.ts';
import type { EvseStatus } from '../steps.ts';

/** What the vendor may add at any time [versioning]: told, never failed. */
export const growth: readonly BenignProvider[] = [
  {
    name: 'a new field',
    because: 'New response fields are not breaking.',
    told: 'unknown-field',
    change: showing((body) => ({ ...body, note: 'Replacing the cable.' })),
  },
  {
    name: 'a new field that is null',
    because: 'Nothing is said of fields that the document does not know.',
    told: 'unknown-field',
    change: showing((body) => ({ ...body, reason: null })),
  },
  {
    name: 'a new object and a new list',
    because: 'New response fields are not breaking, whatever they hold.',
    told: 'unknown-field',
    change: showing((body) => ({ ...body, location: { id: '7', connectors: [1, 2] }, tags: [] })),
  },
  {
    name: 'a new field that counts',
    because: 'A field that the document does not know may change with every answer.',
    told: 'unknown-field',
    change: ({ show }) => {
      let version = 0;
      return {
        show: (update) => {
          version += 1;
          return { ...(show(update) as EvseStatus), version, updatedAt: new Date(version * 1000).toISOString() };
        },
      };
    },
  },
  {
    name: 'a new status in the record',
    because: 'New enum values are not breaking; the record had one before the check came.',
    told: 'unknown-value',
    change: startingFrom((record) => ({ ...record, temporaryStatus: 'INSPECTION' })),
  },
  {
    name: 'a new status that can be sent',
    because: 'New enum values are not breaking.',
    change: ({ isStatus }) => ({ isStatus: (value) => value === 'INSPECTION' || isStatus(value) }),
  },
  {
    name: 'a new header',
    because: 'A header that the document does not know changes nothing.',
    told: 'unknown-header',
    change: sending((answer) => withHeaders(answer, { 'X-Served-By': 'eu-north-1b' })),
  },
  {
    name: 'Sunset',
    because: 'A deprecated version says when it ends, and works until then.',
    told: 'sunset',
    change: sending((answer) => withHeaders(answer, { Sunset: 'Sat, 31 Dec 2033 23:59:59 GMT' })),
  },
  {
    name: 'more fields in the envelope',
    because: 'New response fields are not breaking, in errors as elsewhere.',
    told: 'unknown-field',
    change: explaining((error) => ({
      error: { ...error, doc_url: 'https://docs.spirii.com/errors-and-limits/errors', details: [] },
      timestamp: '2037-04-23T10:00:00Z',
    })),
  },
];
