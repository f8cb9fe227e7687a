import { temporaryStatusValues } from '../../../generated/types.ts';
import { refusingValues, sentIn } from '../changes.ts';
import { broken, type BrokenProvider } from '../fleet.ts';
import {
  OPERATION_NAMES,
  WRITES,
  apiKey,
  bodySchema,
  constraint,
  jsonBodyOf,
  operationOf,
  parameter,
  requestField,
  requestFields,
} from '../places.ts';
import { Refusal, type Reason } from '../refusal.ts';
import { headerOf, type Call, type Change, type Fields } from '../steps.ts';

const rule = 'valid-refused';
/** Where the record could not be restored, the run ends with its first write. */
const atFirstWrite = [rule, operationOf('update').pointer] as const;

/** Refuses some requests that the document allows. */
const refusing =
  (isRefused: (call: Call, body: Fields) => boolean, reason: Reason = 'body'): Change =>
  ({ keyOf }) => ({
    keyOf: (call) => {
      if (isRefused(call, sentIn(call))) throw new Refusal(reason);
      return keyOf(call);
    },
  });
const time = (isRefused: (text: string) => boolean): Change =>
  refusingValues((field, value) => field.startsWith('valid') && isRefused(String(value)));
const written = (form: RegExp) => time((text) => form.test(text));
const beyond = (year: number) => time((text) => Number(text.slice(0, 4)) > year);

/** Timestamps that RFC 3339 allows and people forget about. */
const times = WRITES.flatMap((name) =>
  broken(name, [rule, constraint(name, 'validFrom', 'format')], {
    'a fraction of a second is refused': written(/\./),
    'a fraction of one digit is refused': written(/\.\d(?!\d)/),
    'a fraction of more than three digits is refused': written(/\.\d{4}/),
    'a fraction of more than six digits is refused': written(/\.\d{7}/),
    'a numeric offset is refused': written(/[+-]\d\d:\d\d$/),
    'an offset west of Greenwich is refused': written(/-\d\d:\d\d$/),
    'an offset with minutes is refused': written(/[+-]\d\d:(?!00)\d\d$/),
    'the offset +00:00 is refused': written(/\+00:00$/),
    'the offset -00:00 is refused': written(/-00:00$/),
    'a lower-case t is refused': written(/t/),
    '29 February of a leap year is refused': written(/-02-29/),
    '29 February of a century is refused': written(/00-02-29/),
    'a time beyond 2038 is refused': beyond(2038),
    'a time beyond 2106 is refused': beyond(2106),
  }),
);

const statuses = WRITES.flatMap((name) =>
  temporaryStatusValues.flatMap((status, index) => {
    const isOfTheRecord = name === 'update' && index === 0;
    const place = isOfTheRecord
      ? atFirstWrite
      : ([rule, constraint(name, 'temporaryStatus', `enum/${index}`)] as const);
    return broken(name, place, {
      [`${status} is refused`]: refusingValues((field, value) => field === 'temporaryStatus' && value === status),
    });
  }),
);

const mediaType =
  (form: RegExp): Change =>
  ({ isJson }) => ({ isJson: (type, call) => !form.test(type ?? '') && isJson(type, call) });

const bodies = [
  ...WRITES.flatMap((name) => [
    ...broken(name, [rule, jsonBodyOf(name)], {
      'a charset in the media type is refused': mediaType(/charset/),
      'a quoted charset is refused': mediaType(/"/),
      'a media type in capitals is refused': mediaType(/^[^;]*[A-Z]/),
      'white space around the JSON is refused': refusing(({ body }) => body !== body.trim(), 'json'),
      'an escaped character in the JSON is refused': refusing(({ body }) => body.includes('\\u'), 'json'),
      "fields in another order than the document's are refused": refusing(({ body }) =>
        /validTo.*validFrom/s.test(body),
      ),
    }),
  ]),
  ...broken('update', [rule, bodySchema('update')], {
    'a body without fields is refused': refusing(({ body }) => body.trim() === '{}'),
  }),
  ...requestFields('update').flatMap((field) =>
    broken('update', [rule, requestField('update', field)], {
      [`${field} is required`]: refusing(({ operation }, body) => operation === 'update' && !(field in body)),
    }),
  ),
  ...broken('update', [rule, requestField('update', 'validTo')], {
    'validTo without validFrom is refused': refusing((_, body) => 'validTo' in body && !('validFrom' in body)),
  }),
  ...broken('update', [rule, requestField('update', 'validFrom')], {
    'validFrom without validTo is refused': refusing((_, body) => 'validFrom' in body && !('validTo' in body)),
  }),
  ...WRITES.flatMap((name) =>
    broken(name, name === 'update' ? atFirstWrite : [rule, constraint(name, 'validFrom', 'format')], {
      'the offset Z is refused': written(/Z$/),
    }),
  ),
  ...broken('update', atFirstWrite, {
    'more than one field is refused': refusing((_, body) => Object.keys(body).length > 1),
  }),
  ...broken(
    'create',
    [rule, requestField('create', 'validFrom')],
    {
      'validFrom is required': refusing(
        ({ operation }, body) => operation === 'create' && 'temporaryStatus' in body && !('validFrom' in body),
      ),
    },
    { allowVisible: true },
  ),
];

const scheme = (start: string) =>
  refusing((call) => headerOf(call, 'authorization')?.startsWith(start) === true, 'key');
const header = (name: string) => refusing(({ headers }) => headers.some(([sent]) => sent === name), 'key');

const headers = OPERATION_NAMES.flatMap((name) => [
  ...broken(name, [rule, `${apiKey}/scheme`], {
    'the scheme bearer is refused in lower case': scheme('bearer'),
    'the scheme BEARER is refused in capitals': scheme('BEARER'),
  }),
  ...broken(name, [rule, apiKey], {
    'the header authorization is not found in lower case': header('authorization'),
    'the header AUTHORIZATION is not found in capitals': header('AUTHORIZATION'),
  }),
]);

const query = (isRefused: (query: URLSearchParams) => boolean) => refusing((call) => isRefused(call.query));

const lists = [
  ...broken('list', [rule, parameter(0)], {
    'evseId is not known': query((sent) => sent.has('evseId')),
    'evseId and activeOnly together are refused': query((sent) => sent.size > 1),
  }),
  ...broken('list', [rule, parameter(1)], {
    'evseId is required': query((sent) => !sent.has('evseId')),
    'activeOnly is not known': query((sent) => sent.has('activeOnly')),
    'activeOnly=true is refused': query((sent) => sent.get('activeOnly') === 'true'),
  }),
];

const missing = (['list', 'create'] as const).flatMap((name) =>
  broken(name, ['operation-missing', operationOf(name).pointer], {
    'there is no such operation': refusing(() => true, 'path'),
  }),
);

/** Requests that are refused although the document allows them. */
export const refused: readonly BrokenProvider[] = [...times, ...statuses, ...bodies, ...headers, ...lists, ...missing];
