import { on } from '../changes.ts';
import { broken, type BrokenProvider } from '../fleet.ts';
import { bodySchema, idParameter, jsonBodyOf, operationOf } from '../places.ts';
import { isObject, type Change, type Fields } from '../steps.ts';

const writes = ['create', 'update'] as const;
const full = { evseId: 'DK*SPI*E123*7', temporaryStatus: 'BLOCKED', validFrom: '2040-01-01T00:00:00Z' };

/** Bodies that are no object, and what the provider reads instead. */
const looseBodies: Readonly<Record<string, (body: unknown) => unknown>> = {
  'an empty list is a body without fields': (body) => (Array.isArray(body) && body.length === 0 ? full : body),
  'a list of one object is that object': (body) => (Array.isArray(body) && isObject(body[0]) ? body[0] : body),
  'a JSON string is a body': (body) => (typeof body === 'string' ? full : body),
  'a number is a body': (body) => (typeof body === 'number' ? full : body),
  'a boolean is a body': (body) => (typeof body === 'boolean' ? full : body),
  'null is a body': (body) => (body === null ? full : body),
};

const bodies = writes.flatMap((operation) =>
  Object.entries(looseBodies).map(([fault, read]) =>
    broken(
      `${operation}: ${fault}.`,
      ['invalid-body-accepted', `${bodySchema(operation)}/type`],
      on(operation, ({ validate }) => ({ validate: (body, call) => validate(read(body), call) })),
    ),
  ),
);

const required = (['evseId', 'temporaryStatus'] as const).map((field) =>
  broken(
    `create: ${field} may be left out; a default is stored.`,
    ['invalid-body-accepted', `${bodySchema('create')}/required`],
    on('create', ({ validate }) => ({
      validate: (body, call) => validate(isObject(body) ? { [field]: full[field], ...body } : body, call),
    })),
  ),
);

const parsing =
  (edit: (text: string) => string): Change =>
  ({ parse }) => ({ parse: (text, call) => parse(edit(text), call) });

const isJson = (text: string) => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

/** Texts that are no JSON, and what the provider reads instead. */
const looseJson: Readonly<Record<string, (text: string) => string>> = {
  'a body that is not JSON is ignored': (text) => (isJson(text) ? text : JSON.stringify(full)),
  'JSON may have a comma too many': (text) => text.replace(/,\s*([\]}])/g, '$1'),
  'JSON may have text behind it': (text) => /^\s*\{[^{}]*\}/.exec(text)?.[0] ?? text,
  'JSON may be cut short': (text) => (isJson(text) ? text : isJson(`${text}}`) ? `${text}}` : text),
  'JSON may have single quotes': (text) => (isJson(text) ? text : text.replaceAll("'", '"')),
  'JSON may have comments': (text) => text.replace(/\/\*.*?\*\/|\/\/.*$/gm, ''),
};

const json = writes.flatMap((operation) =>
  Object.entries(looseJson).map(([fault, read]) =>
    broken(`${operation}: ${fault}.`, ['malformed-json-accepted', jsonBodyOf(operation)], on(operation, parsing(read))),
  ),
);

/** Media types that are not documented, and are taken for JSON. */
const looseTypes: Readonly<Record<string, (type: string | undefined) => boolean>> = {
  'every media type is JSON': () => true,
  'text/plain is JSON': (type) => type?.startsWith('text/plain') === true,
  'a form is JSON': (type) => type === 'application/x-www-form-urlencoded',
  'a body without a media type is JSON': (type) => type === undefined,
  'application/xml is JSON': (type) => type?.includes('xml') === true,
};

const mediaTypes = writes.flatMap((operation) =>
  Object.entries(looseTypes).map(([fault, isTaken]) =>
    broken(
      `${operation}: ${fault}.`,
      ['wrong-media-type-accepted', `${operationOf(operation).pointer}/requestBody/content`],
      on(operation, ({ isJson }) => ({ isJson: (type, call) => isTaken(type) || isJson(type, call) })),
    ),
  ),
);

const idType = ['invalid-id-accepted', `${idParameter}/schema/type`] as const;
const unknownId = ['unknown-id-accepted', idParameter] as const;

const rereading = (edit: (segment: string) => string | number): Change =>
  on('update', ({ idOf }) => ({ idOf: (segment, call) => idOf(String(edit(segment)), call) }));
const finding = (edit: (id: number) => number): Change =>
  on('update', ({ find }) => ({ find: (id, call) => find(id, call) ?? find(edit(id), call) }));

const ids = [
  broken(
    'update: an id is read up to its first letter.',
    idType,
    rereading((segment) => segment.replace(/^(\d+)\D.*/, '$1')),
  ),
  broken(
    'update: an id may have letters before it.',
    idType,
    rereading((segment) => segment.replace(/^[a-z]+(?=\d)/i, '')),
  ),
  broken(
    'update: any text for the id is the first record.',
    idType,
    rereading((segment) => (/^\d/.test(segment) ? segment : 42)),
  ),
  broken(
    'update: NaN for the id is the first record.',
    idType,
    rereading((segment) => (segment === 'NaN' ? 42 : segment)),
  ),
  broken(
    'update: a list of ids is its first.',
    idType,
    rereading((segment) => segment.replace(/(,|%2C).*$/i, '')),
  ),
  broken(
    'update: the id "null" is the first record.',
    idType,
    rereading((segment) => (segment === 'null' ? 42 : segment)),
  ),
  broken(
    'update: a fraction of an id is cut.',
    unknownId,
    rereading((segment) => segment.replace(/\.\d+$/, '')),
  ),
  broken(
    'update: a negative id is made positive.',
    unknownId,
    rereading((segment) => segment.replace(/^-/, '')),
  ),
  broken(
    'update: an id is cut to 32 bits.',
    unknownId,
    finding((id) => id % 2 ** 32),
  ),
  broken(
    'update: an id is cut to 31 bits.',
    unknownId,
    finding((id) => id % 2 ** 31),
  ),
  broken(
    'update: an id is cut to 16 bits.',
    unknownId,
    finding((id) => id % 65_536),
  ),
  broken(
    'update: id 0 is the first record.',
    unknownId,
    finding((id) => (id === 0 ? 42 : id)),
  ),
  broken(
    'update: an unknown id is the last record.',
    unknownId,
    finding(() => 43),
  ),
  broken(
    'update: an unknown id makes a record.',
    unknownId,
    on('update', ({ find }) => ({
      find: (id, call) => find(id, call) ?? { id, temporaryStatus: 'MAINTENANCE', evseId: 'DK*SPI*E123*9' },
    })),
  ),
  broken(
    'update: an unknown id gets the success of a record that is not stored.',
    unknownId,
    on('update', ({ find, store, records }) => ({
      find: (id, call) => find(id, call) ?? { id, temporaryStatus: 'MAINTENANCE', evseId: 'DK*SPI*E123*9' },
      store: (record, call) => {
        if (records.has(record.id)) store(record, call);
      },
    })),
  ),
  broken(
    'update: the id in the body wins over the one in the path.',
    ['evse-id-changed', '#/components/schemas/TemporaryEvseStatus/properties/id'],
    on('update', ({ validate, merge }) => ({
      validate: (body, call) => ({ ...validate(body, call), ...pick(body as Fields, 'id') }),
      merge,
    })),
  ),
  broken(
    'update: evseId in the body is stored.',
    ['evse-id-changed', '#/components/schemas/TemporaryEvseStatus/properties/evseId'],
    on('update', ({ validate }) => ({
      validate: (body, call) => ({ ...validate(body, call), ...pick(body as Fields, 'evseId') }),
    })),
  ),
];

function pick(body: Fields, field: string): Fields {
  return field in body ? { [field]: body[field] } : {};
}

/** Bodies, media types and ids that have to be refused, and are not. */
export const requests: readonly BrokenProvider[] = [...bodies, ...required, ...json, ...mediaTypes, ...ids];
