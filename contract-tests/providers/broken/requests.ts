import { broken, type BrokenProvider } from '../fleet.ts';
import { WRITES, bodySchema, idParameter, jsonBodyOf, recordField, requestBody } from '../places.ts';
import type { Change, EvseStatus, Fields } from '../steps.ts';
import { isObject } from '../../support/document.ts';

const full = { evseId: 'DK*SPI*E123*7', temporaryStatus: 'BLOCKED', validFrom: '2040-01-01T00:00:00Z' };

/** Changes the body before it is read. */
const body =
  (read: (body: unknown) => unknown): Change =>
  ({ validate }) => ({ validate: (sent, call) => validate(read(sent), call) });
const typeOf = (is: (sent: unknown) => boolean) => body((sent) => (is(sent) ? full : sent));

const bodies = [
  ...WRITES.flatMap((name) =>
    broken(name, ['invalid-body-accepted', `${bodySchema(name)}/type`], {
      'an empty list is a body without fields': typeOf((sent) => Array.isArray(sent) && sent.length === 0),
      'a list of one object is that object': body((sent) =>
        Array.isArray(sent) && isObject(sent[0]) ? sent[0] : sent,
      ),
      'a JSON string is a body': typeOf((sent) => typeof sent === 'string'),
      'a number is a body': typeOf((sent) => typeof sent === 'number'),
      'a boolean is a body': typeOf((sent) => typeof sent === 'boolean'),
      'null is a body': typeOf((sent) => sent === null),
    }),
  ),
  ...broken('create', ['invalid-body-accepted', `${bodySchema('create')}/required`], {
    'evseId may be left out': body((sent) => (isObject(sent) ? { evseId: full.evseId, ...sent } : sent)),
    'temporaryStatus may be left out': body((sent) =>
      isObject(sent) ? { temporaryStatus: 'BLOCKED', ...sent } : sent,
    ),
  }),
];

const isJson = (text: string) => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

/** Changes the text of a body that is not JSON. */
const text =
  (edit: (text: string) => string): Change =>
  ({ parse }) => ({ parse: (sent, call) => parse(isJson(sent) ? sent : edit(sent), call) });

const json = WRITES.flatMap((name) =>
  broken(name, ['malformed-json-accepted', jsonBodyOf(name)], {
    'a body that is not JSON is ignored': text(() => JSON.stringify(full)),
    'JSON may have a comma too many': text((sent) => sent.replace(/,\s*([\]}])/g, '$1')),
    'JSON may have text behind it': text((sent) => /^\s*\{[^{}]*\}/.exec(sent)?.[0] ?? sent),
    'JSON may be cut short': text((sent) => `${sent.replace(/,?\s*$/, '')}}`),
    'JSON may have single quotes': text((sent) => sent.replaceAll("'", '"')),
    'JSON may have comments': text((sent) => sent.replace(/\/\*.*?\*\//gs, '')),
  }),
);

const mediaType =
  (isTaken: (type: string) => boolean): Change =>
  ({ isJson: isRight }) => ({
    isJson: (type, call) => (type !== undefined && isTaken(type)) || isRight(type, call),
  });

const mediaTypes = WRITES.flatMap((name) =>
  broken(name, ['wrong-media-type-accepted', `${requestBody(name)}/content`], {
    'every media type is JSON': mediaType(() => true),
    'text/plain is JSON': mediaType((type) => type.startsWith('text/plain')),
    'a form is JSON': mediaType((type) => type === 'application/x-www-form-urlencoded'),
    'application/xml is JSON': mediaType((type) => type.includes('xml')),
  }),
);

/** Changes the id in the path before it is read. */
const segment =
  (edit: (segment: string) => string): Change =>
  ({ idOf }) => ({ idOf: (sent, call) => idOf(edit(sent), call) });
/** Looks for another id if no record has the one in the path. */
const otherId =
  (edit: (id: number) => number): Change =>
  ({ find }) => ({ find: (id, call) => find(id, call) ?? find(edit(id), call) });
const made = (id: number): EvseStatus => ({ id, temporaryStatus: 'MAINTENANCE', evseId: 'DK*SPI*E123*9' });
/** Stores a field of the body that the request may not set. */
const merged =
  (field: string): Change =>
  ({ validate }) => ({
    validate: (sent, call) => ({
      ...validate(sent, call),
      ...(field in (sent as Fields) && { [field]: (sent as Fields)[field] }),
    }),
  });

const ids = [
  ...broken('update', ['invalid-id-accepted', `${idParameter}/schema/type`], {
    'an id is read up to its first letter': segment((sent) => sent.replace(/^(\d+)[a-z].*/i, '$1')),
    'an id may have letters before it': segment((sent) => sent.replace(/^[a-z]+(?=\d)/i, '')),
    'any word for the id is the first record': segment((sent) => (/^[a-z]+$/i.test(sent) ? '42' : sent)),
    'NaN for the id is the first record': segment((sent) => (sent === 'NaN' ? '42' : sent)),
    'null for the id is the first record': segment((sent) => (sent === 'null' ? '42' : sent)),
    'a list of ids is its first': segment((sent) => sent.replace(/(,|%2C).*$/i, '')),
  }),
  ...broken('update', ['unknown-id-accepted', idParameter], {
    'a fraction of an id is cut': segment((sent) => sent.replace(/\.\d+$/, '')),
    'a negative id is made positive': segment((sent) => sent.replace(/^-/, '')),
    'an id is cut to 32 bits': otherId((id) => id % 2 ** 32),
    'an id is cut to 31 bits': otherId((id) => id % 2 ** 31),
    'an id is cut to 16 bits': otherId((id) => id % 2 ** 16),
    'id 0 is the first record': otherId((id) => (id === 0 ? 42 : id)),
    'an unknown id is the last record': otherId(() => 43),
    'an unknown id makes a record': ({ find }) => ({ find: (id, call) => find(id, call) ?? made(id) }),
    'an unknown id gets a success, and nothing is stored': ({ find, store, records }) => ({
      find: (id, call) => find(id, call) ?? made(id),
      store: (record, call) => {
        if (records.has(record.id)) store(record, call);
      },
    }),
  }),
  ...broken('update', ['echo-id', recordField('id')], {
    'the id in the body wins over the one in the path': merged('id'),
  }),
  ...broken('update', ['evse-id-changed', recordField('evseId')], { 'evseId in the body is stored': merged('evseId') }),
];

/** Bodies, media types and ids that are accepted although they have to be refused. */
export const requests: readonly BrokenProvider[] = [...bodies, ...json, ...mediaTypes, ...ids];
