import { both, renamed, sendingFor, showing, typed, withTimes, without, writingFor } from '../changes.ts';
import { broken, type BrokenProvider } from '../fleet.ts';
import { OPERATION_NAMES, listSchema, recordField, recordSchema, response, successOf } from '../places.ts';
import type { Change, Fields } from '../steps.ts';

const rule = 'body-schema';
const isA = (field: string) => [rule, `${recordField(field)}/type`] as const;
const required = [rule, `${recordSchema}/required`] as const;
const objects = [rule, `${recordSchema}/type`] as const;

const snakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const pascalCase = (name: string) => name.replace(/^./, (letter) => letter.toUpperCase());

const field = (name: string, edit: (value: unknown) => unknown): Change =>
  showing((record) => (name in record ? { ...record, [name]: edit(record[name]) } : record));
const times = (edit: (iso: string, instant: Date) => string): Change =>
  showing((record) => withTimes(record, (instant) => edit(instant.toISOString(), instant)));

const records = OPERATION_NAMES.flatMap((name) => [
  ...broken(name, required, {
    'a record has no id': showing((record) => without(record, 'id')),
    'a record has no temporaryStatus': showing((record) => without(record, 'temporaryStatus')),
    'a record has no evseId': showing((record) => without(record, 'evseId')),
    'fields are written in snake_case': showing((record) => renamed(record, snakeCase)),
    'fields are written with a capital': showing((record) => renamed(record, pascalCase)),
    'a record stands in a field of its own': showing((record) => ({ data: record })),
  }),
  ...broken(name, isA('id'), {
    'id is a text': field('id', String),
    'id is null': field('id', () => null),
    'id is an object': field('id', (value) => ({ value })),
  }),
  ...broken(name, isA('evseId'), {
    'evseId is a number': field('evseId', () => 123),
    'evseId is null': field('evseId', () => null),
    'evseId is a list of its parts': field('evseId', (value) => String(value).split('*')),
  }),
  ...broken(name, [rule, `${recordField('temporaryStatus')}/anyOf/1/type`], {
    'temporaryStatus is a number': field('temporaryStatus', () => 2),
    'temporaryStatus is null': field('temporaryStatus', () => null),
    'temporaryStatus is an object': field('temporaryStatus', (value) => ({ name: value })),
  }),
  ...broken(name, isA('validFrom'), {
    'validFrom is a number of seconds': field('validFrom', (value) => Date.parse(String(value)) / 1000),
    'validFrom is null': field('validFrom', () => null),
  }),
  ...broken(name, isA('validTo'), {
    'validTo is a number of milliseconds': field('validTo', (value) => Date.parse(String(value))),
    'validTo is an object': field('validTo', (value) => ({ date: value })),
  }),
  ...broken(name, [rule, `${recordField('validFrom')}/format`], {
    'times are without an offset': times((iso) => iso.replace('Z', '')),
    'times have a space for their T': times((iso) => iso.replace('T', ' ')),
    'times are dates': times((iso) => iso.slice(0, 10)),
    'times are HTTP dates': times((_, instant) => instant.toUTCString()),
    'times have an offset without a colon': times((iso) => iso.replace('Z', '+0000')),
  }),
  ...broken(name, objects, {
    'a record is a list of its values': showing((record) => Object.values(record)),
    'a record is JSON in a text': showing((record) => JSON.stringify(record)),
    'a record is null': showing(() => null),
  }),
]);

const list = (edit: (list: readonly Fields[]) => unknown): Change =>
  sendingFor('success', ({ body }) => ({ body: edit(body as readonly Fields[]) }));

const lists = [
  ...broken('list', [rule, `${listSchema}/type`], {
    'the list stands in a field of an object': list((records) => ({ data: records })),
    'the list is a page with a cursor': list((records) => ({ items: records, next_cursor: null })),
    'the list is an object by id': list((records) =>
      Object.fromEntries(records.map((record) => [String(record['id']), record])),
    ),
    'an empty list is null': list((records) => (records.length === 0 ? null : records)),
  }),
  ...broken('list', objects, { 'the list ends in null': list((records) => [...records, null]) }),
  ...broken('list', isA('id'), {
    'every second record has its id as text': list((records) =>
      records.map((record, index) => (index % 2 === 1 ? { ...record, id: String(record['id']) } : record)),
    ),
  }),
];

/** Statuses without an end. Only the list shows one, since the record that the check changes has an end. */
const openEnds = [
  ...broken('list', isA('validTo'), {
    'a status without an end has validTo null': showing((record) => ({ validTo: null, ...record })),
  }),
  ...broken('list', [rule, `${recordField('validTo')}/format`], {
    'a status without an end has an empty validTo': showing((record) => ({ validTo: '', ...record })),
  }),
];

const page = '<!doctype html><html><head><title>Log in</title></head><body></body></html>';

const texts = OPERATION_NAMES.flatMap((name) => {
  const place = response(name, successOf(name));
  const written = (edit: (text: string) => string | Uint8Array) => writingFor('success', edit);
  return [
    ...broken(name, ['body-json', place], {
      'a success has no body': written(() => ''),
      'the body of a success is cut short': written((text) => text.slice(0, -1)),
      'the body of a success has a guard against scripts': written((text) => `)]}',\n${text}`),
      'the body of a success has single quotes': written((text) => text.replaceAll('"', "'")),
      'the body of a success has a byte order mark': written((text) => `\u{FEFF}${text}`),
      'the body of a success is UTF-16': written((text) => Buffer.from(text, 'utf16le')),
      'the body of a success has a log line behind it': written((text) => `${text}\nquery took 12 ms`),
      'the body of a success has bytes that are no UTF-8': written((text) =>
        Buffer.from(text.replace('"evseId":"', '"evseId":"\xE6'), 'latin1'),
      ),
    }),
    ...broken(name, ['media-type', place], {
      'a success is called text/plain': typed('success', 'text/plain'),
      'a success is called octet-stream': typed('success', 'application/octet-stream'),
      'a success has no media type': typed('success', undefined),
      'a success has the charset iso-8859-1': typed('success', 'application/json; charset=iso-8859-1'),
    }),
    ...broken(name, ['duplicate-member', place], {
      'a record names its id twice': written((text) => text.replaceAll('{"id"', '{"id":1,"id"')),
      'a record names its id twice, once with an escape': written((text) =>
        text.replaceAll('{"id"', String.raw`{"\u0069d":1,"id"`),
      ),
    }),
    // An HTML page for a list means a wrong base URL or a login page. The check says so, and finds nothing broken.
    ...(name === 'list'
      ? []
      : broken(name, ['html-body', place], {
          'a success is an HTML page': both(
            written(() => page),
            typed('success', 'text/html'),
          ),
          'a success is an HTML page that is called JSON': written(() => page),
        })),
  ];
});

/** Successes with another body than the documented one. */
export const shapes: readonly BrokenProvider[] = [...records, ...lists, ...openEnds, ...texts];
