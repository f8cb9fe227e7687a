import { temporaryStatusValues } from '../../../generated/types.ts';
import { on, refusingValues, sentIn } from '../changes.ts';
import { broken, type BrokenProvider } from '../fleet.ts';
import {
  OPERATION_NAMES,
  apiKey,
  bodySchema,
  constraint,
  jsonBodyOf,
  operationOf,
  parameter,
  requestField,
} from '../places.ts';
import { Refusal, type Reason } from '../refusal.ts';
import { headerOf, type Call, type Change, type Fields } from '../steps.ts';

const rule = 'valid-refused';
const writes = ['create', 'update'] as const;

/** Refuses some requests that the document allows. */
const refusingWhere =
  (isRefused: (call: Call, body: Fields) => boolean, reason: Reason = 'body'): Change =>
  ({ keyOf }) => ({
    keyOf: (call) => {
      if (isRefused(call, sentIn(call))) throw new Refusal(reason);
      return keyOf(call);
    },
  });

const yearOf = (text: string) => Number(text.slice(0, 4));

/** Timestamps that RFC 3339 allows and people forget. */
const times: Readonly<Record<string, (text: string) => boolean>> = {
  'a fraction of a second': (text) => text.includes('.'),
  'a fraction of one digit': (text) => /\.\d(?!\d)/.test(text),
  'a fraction of more than three digits': (text) => /\.\d{4}/.test(text),
  'a fraction of more than six digits': (text) => /\.\d{7}/.test(text),
  'a numeric offset': (text) => /[+-]\d\d:\d\d$/.test(text),
  'an offset west of Greenwich': (text) => /-\d\d:\d\d$/.test(text),
  'an offset with minutes': (text) => /[+-]\d\d:(?!00)\d\d$/.test(text),
  'the offset +00:00': (text) => text.endsWith('+00:00'),
  'the offset -00:00': (text) => text.endsWith('-00:00'),
  'the offset Z': (text) => text.endsWith('Z'),
  'a lower-case t': (text) => text.includes('t'),
  'a lower-case z': (text) => text.endsWith('z'),
  '29 February of a leap year': (text) => text.includes('-02-29'),
  '29 February of a century': (text) => text.includes('00-02-29'),
  'a time beyond 2038': (text) => yearOf(text) > 2038,
  'a time beyond 2106': (text) => yearOf(text) > 2106,
  'a time beyond 2262': (text) => yearOf(text) > 2262,
  'the last second of the year 9999': (text) => text.startsWith('9999-12-31T23:59:59'),
  'the last second of a day': (text) => text.includes('T23:59:59'),
};

const ofTimes = writes.flatMap((operation) =>
  Object.entries(times).map(([what, isRefused]) =>
    broken(
      `${operation}: ${what} is refused.`,
      [rule, constraint(operation, 'validFrom', 'format')],
      on(
        operation,
        refusingValues((field, value) => field.startsWith('valid') && isRefused(String(value))),
      ),
    ),
  ),
);

const ofStatuses = writes.flatMap((operation) =>
  temporaryStatusValues.map((status, index) =>
    broken(
      `${operation}: ${status} is refused.`,
      [rule, constraint(operation, 'temporaryStatus', `enum/${index}`)],
      on(
        operation,
        refusingValues((field, value) => field === 'temporaryStatus' && value === status),
      ),
    ),
  ),
);

const ofWrites = writes.flatMap((operation) => {
  const type = (isRefused: (contentType: string) => boolean) =>
    on(operation, ({ isJson }) => ({ isJson: (written, call) => !isRefused(written ?? '') && isJson(written, call) }));
  const where = (...isRefused: Parameters<typeof refusingWhere>) => on(operation, refusingWhere(...isRefused));
  const json = [rule, jsonBodyOf(operation)] as const;
  return [
    broken(
      `${operation}: a charset in the media type is refused.`,
      json,
      type((written) => written.includes('charset')),
    ),
    broken(
      `${operation}: a quoted charset is refused.`,
      json,
      type((written) => written.includes('"')),
    ),
    broken(
      `${operation}: a media type in capitals is refused.`,
      json,
      type((written) => /^[^;]*[A-Z]/.test(written)),
    ),
    broken(
      `${operation}: white space around the JSON is refused.`,
      json,
      where(({ body }) => body !== body.trim(), 'json'),
    ),
    broken(
      `${operation}: an escaped character in the JSON is refused.`,
      json,
      where(({ body }) => body.includes('\\u'), 'json'),
    ),
    broken(
      `${operation}: fields in another order than the document's are refused.`,
      json,
      where(({ body }) => /validTo.*validFrom/s.test(body)),
    ),
    broken(
      `${operation}: validTo without validFrom is refused.`,
      [rule, requestField(operation, 'validTo')],
      where((_, body) => 'validTo' in body && !('validFrom' in body)),
    ),
    broken(
      `${operation}: validFrom without validTo is refused.`,
      [rule, requestField(operation, 'validFrom')],
      where((_, body) => 'validFrom' in body && !('validTo' in body)),
    ),
  ];
});

const requiring = (field: string) =>
  on(
    'update',
    refusingWhere(({ method }, body) => method === 'PATCH' && !(field in body)),
  );

const ofUpdates = [
  broken(
    'update: a body without fields is refused.',
    [rule, bodySchema('update')],
    on(
      'update',
      refusingWhere(({ body }) => body.trim() === '{}'),
    ),
  ),
  broken(
    'update: temporaryStatus is required.',
    [rule, requestField('update', 'temporaryStatus')],
    requiring('temporaryStatus'),
  ),
  broken('update: validFrom is required.', [rule, requestField('update', 'validFrom')], requiring('validFrom')),
  broken('update: validTo is required.', [rule, requestField('update', 'validTo')], requiring('validTo')),
  broken(
    'update: more than one field is refused.',
    [rule, `${jsonBodyOf('update')}/examples/maintenanceWindow`],
    on(
      'update',
      refusingWhere((_, body) => Object.keys(body).length > 1),
    ),
  ),
];

const ofHeaders = OPERATION_NAMES.flatMap((operation) => {
  const where = (isRefused: (call: Call) => boolean) => on(operation, refusingWhere(isRefused, 'key'));
  const names = ({ headers }: Call) => headers.map(([name]) => name);
  return [
    broken(
      `${operation}: the scheme bearer is refused in lower case.`,
      [rule, `${apiKey}/scheme`],
      where((call) => headerOf(call, 'authorization')?.startsWith('bearer') === true),
    ),
    broken(
      `${operation}: the scheme BEARER is refused in capitals.`,
      [rule, `${apiKey}/scheme`],
      where((call) => headerOf(call, 'authorization')?.startsWith('BEARER') === true),
    ),
    broken(
      `${operation}: the header authorization is not found in lower case.`,
      [rule, apiKey],
      where((call) => names(call).includes('authorization')),
    ),
    broken(
      `${operation}: the header AUTHORIZATION is not found in capitals.`,
      [rule, apiKey],
      where((call) => names(call).includes('AUTHORIZATION')),
    ),
  ];
});

const ofLists = [
  broken(
    'list: evseId is required.',
    [rule, parameter(0)],
    on(
      'list',
      refusingWhere(({ query }) => !query.has('evseId')),
    ),
  ),
  broken(
    'list: evseId is not known.',
    [rule, parameter(0)],
    on(
      'list',
      refusingWhere(({ query }) => query.has('evseId')),
    ),
  ),
  broken(
    'list: activeOnly is not known.',
    [rule, parameter(1)],
    on(
      'list',
      refusingWhere(({ query }) => query.has('activeOnly')),
    ),
  ),
  broken(
    'list: activeOnly=true is refused.',
    [rule, parameter(1)],
    on(
      'list',
      refusingWhere(({ query }) => query.get('activeOnly') === 'true'),
    ),
  ),
  broken(
    'list: evseId and activeOnly together are refused.',
    [rule, operationOf('list').pointer],
    on(
      'list',
      refusingWhere(({ query }) => query.size > 1),
    ),
  ),
];

/** Requests that the document allows, and that are refused. */
export const refused: readonly BrokenProvider[] = [
  ...ofTimes,
  ...ofStatuses,
  ...ofWrites,
  ...ofUpdates,
  ...ofHeaders,
  ...ofLists,
];
