import { both, on, renamed, sendingFor, showing, typed, withTimes, without, writingFor } from '../changes.ts';
import { broken, type BrokenProvider } from '../fleet.ts';
import { OPERATION_NAMES, listSchema, recordField, recordSchema, response, successOf } from '../places.ts';
import type { Fields } from '../steps.ts';

const rule = 'body-schema';
const isA = (field: string) => [rule, `${recordField(field)}/type`] as const;
const isTime = (field: string) => [rule, `${recordField(field)}/format`] as const;
const required = [rule, `${recordSchema}/required`] as const;
const objects = [rule, `${recordSchema}/type`] as const;

const snakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const pascalCase = (name: string) => name.replace(/^./, (letter) => letter.toUpperCase());

/** What a field of a record becomes, by field and fault. */
const wrongly: Readonly<Record<string, Readonly<Record<string, (value: unknown) => unknown>>>> = {
  id: { 'a text': String, null: () => null, 'an object': (value) => ({ value }) },
  evseId: { 'a number': () => 123, null: () => null, 'a list of its parts': (value) => String(value).split('*') },
  validFrom: { 'a number of seconds': (value) => Date.parse(String(value)) / 1000, null: () => null },
  validTo: {
    'a number of milliseconds': (value) => Date.parse(String(value)),
    'an object': (value) => ({ date: value }),
  },
};

/** The forms of a time that are not RFC 3339. */
const badTimes: Readonly<Record<string, (iso: string, instant: Date) => string>> = {
  'without an offset': (iso) => iso.replace('Z', ''),
  'with a space': (iso) => iso.replace('T', ' '),
  'as a date': (iso) => iso.slice(0, 10),
  'as an HTTP date': (_, instant) => instant.toUTCString(),
  'with an offset without a colon': (iso) => iso.replace('Z', '+0000'),
};

const ofRecords = OPERATION_NAMES.flatMap((name) => {
  const shown = (edit: (record: Fields) => unknown) => on(name, showing(edit));
  return [
    ...['id', 'temporaryStatus', 'evseId'].map((field) =>
      broken(
        `${name}: a record has no ${field}.`,
        required,
        shown((record) => without(record, field)),
      ),
    ),
    ...Object.entries(wrongly).flatMap(([field, faults]) =>
      Object.entries(faults).map(([type, edit]) =>
        broken(
          `${name}: ${field} is ${type}.`,
          isA(field),
          shown((record) => (field in record ? { ...record, [field]: edit(record[field]) } : record)),
        ),
      ),
    ),
    ...(['a number', 'null', 'an object'] as const).map((type, index) =>
      broken(
        `${name}: temporaryStatus is ${type}.`,
        [rule, `${recordField('temporaryStatus')}/anyOf`],
        shown((record) => ({ ...record, temporaryStatus: [2, null, { name: record['temporaryStatus'] }][index] })),
      ),
    ),
    ...Object.entries(badTimes).map(([form, edit]) =>
      broken(
        `${name}: times are written ${form}.`,
        isTime('validFrom'),
        shown((record) => withTimes(record, (instant) => edit(instant.toISOString(), instant))),
      ),
    ),
    broken(
      `${name}: a status without an end has validTo null.`,
      isA('validTo'),
      shown((record) => ({ validTo: null, ...record })),
    ),
    broken(
      `${name}: a status without an end has an empty validTo.`,
      isTime('validTo'),
      shown((record) => ({ validTo: '', ...record })),
    ),
    broken(
      `${name}: fields are written in snake_case.`,
      required,
      shown((record) => renamed(record, snakeCase)),
    ),
    broken(
      `${name}: fields are written with a capital.`,
      required,
      shown((record) => renamed(record, pascalCase)),
    ),
    broken(
      `${name}: a record stands in a field of its own.`,
      required,
      shown((record) => ({ data: record })),
    ),
    broken(
      `${name}: a record is a list of its values.`,
      objects,
      shown((record) => Object.values(record)),
    ),
    broken(
      `${name}: a record is JSON in a text.`,
      objects,
      shown((record) => JSON.stringify(record)),
    ),
    broken(
      `${name}: a record is null.`,
      objects,
      shown(() => null),
    ),
  ];
});

/** Bodies of a list that are no list. */
const noLists: Readonly<Record<string, (list: readonly Fields[]) => unknown>> = {
  'in a field of an object': (list) => ({ data: list }),
  'a page with a cursor': (list) => ({ items: list, next_cursor: null }),
  'an object by id': (list) => Object.fromEntries(list.map((record) => [String(record['id']), record])),
  'a single record': ([record]) => record ?? {},
  'null where it is empty': (list) => (list.length === 0 ? null : list),
};

const ofLists = Object.entries(noLists).map(([shape, edit]) =>
  broken(
    `list: the list is ${shape}.`,
    [rule, `${listSchema}/type`],
    on(
      'list',
      sendingFor('success', ({ body }) => ({ body: edit(body as readonly Fields[]) })),
    ),
  ),
);

const elements = [
  broken(
    'list: the list ends in null.',
    objects,
    on(
      'list',
      sendingFor('success', ({ body }) => ({ body: [...(body as Fields[]), null] })),
    ),
  ),
  broken(
    'list: every second record has its id as text.',
    isA('id'),
    on(
      'list',
      sendingFor('success', ({ body }) => ({
        body: (body as Fields[]).map((record, index) =>
          index % 2 === 1 ? { ...record, id: String(record['id']) } : record,
        ),
      })),
    ),
  ),
];

/** Texts that cannot be read as JSON. */
const unreadable: Readonly<Record<string, (text: string) => string | Uint8Array>> = {
  'is empty': () => '',
  'is cut short': (text) => text.slice(0, -1),
  "stands after )]}'": (text) => `)]}',\n${text}`,
  'has single quotes': (text) => text.replaceAll('"', "'"),
  'stands after a byte order mark': (text) => `\u{FEFF}${text}`,
  'is written as UTF-16': (text) => Buffer.from(text, 'utf16le'),
  'has a log line behind it': (text) => `${text}\nquery took 12 ms`,
  'has bytes that are no UTF-8': (text) =>
    Buffer.concat([Buffer.from(text.slice(0, -1)), Buffer.from(',"note":"\xE6"}', 'latin1')]),
};

const texts = OPERATION_NAMES.flatMap((name) => {
  const place = response(name, successOf(name));
  const written = (...edit: Parameters<typeof writingFor>) => on(name, writingFor(...edit));
  const page = '<!doctype html><html><head><title>Log in</title></head><body></body></html>';
  return [
    ...Object.entries(unreadable).map(([what, edit]) =>
      broken(`${name}: the body of a success ${what}.`, ['body-json', place], written('success', edit)),
    ),
    broken(
      `${name}: a record names its id twice.`,
      ['duplicate-member', place],
      written('success', (text) => text.replaceAll('{"id"', '{"id":1,"id"')),
    ),
    broken(
      `${name}: a success is an HTML page that is called JSON.`,
      ['html-body', place],
      written('success', () => page),
    ),
    broken(
      `${name}: a success is an HTML page.`,
      ['html-body', place],
      on(
        name,
        both(
          writingFor('success', () => page),
          typed('success', 'text/html'),
        ),
      ),
    ),
    ...['text/plain', 'application/x-www-form-urlencoded', undefined, 'application/json; charset=iso-8859-1'].map(
      (type) =>
        broken(
          `${name}: a success has the media type ${type ?? 'of nothing'}.`,
          ['media-type', place],
          on(name, typed('success', type)),
        ),
    ),
  ];
});

/** Successes whose body is not the documented one. */
export const shapes: readonly BrokenProvider[] = [...ofRecords, ...ofLists, ...elements, ...texts];
