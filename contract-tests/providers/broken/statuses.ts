import { hangUp, instead, neverRespond, refusing, sending, sendingFor, sentIn } from '../changes.ts';
import { broken, type BrokenProvider } from '../fleet.ts';
import {
  OPERATION_NAMES,
  WRITES,
  apiKey,
  bodySchema,
  idParameter,
  jsonBodyOf,
  requestBody,
  parameter,
  response,
  responsesOf,
  type OperationName,
  operationOf,
} from '../places.ts';
import { FAULTS, REASONS } from '../refusal.ts';
import type { Call, Change } from '../steps.ts';

const undocumented = (name: OperationName) => ['status-undocumented', responsesOf(name)] as const;
const wrong = (name: OperationName) => ['status-wrong', responsesOf(name)] as const;
const failing = (name: OperationName) => ['server-error', responsesOf(name)] as const;
const silent = (name: OperationName) => ['no-response', responsesOf(name)] as const;

const bodyless = { headers: { 'Content-Type': undefined }, body: '' } as const;
const redirect = (status: number, to: string): Change =>
  sendingFor('success', ({ headers }) => ({ status, headers: { ...headers, Location: to } }));

const successes = [
  ...OPERATION_NAMES.flatMap((name) => [
    ...broken(name, undocumented(name), {
      'a success has 202': instead('success', 202),
      'a success has 206': instead('success', 206),
      'a success has 204 and no body': sendingFor('success', () => ({ status: 204, ...bodyless })),
    }),
    ...broken(name, failing(name), {
      'a success has 503': instead('success', 503),
      'a success has 500': instead('success', 500),
    }),
  ]),
  // A list that redirects means a wrong base URL or a login page. The check says so, and finds nothing broken.
  ...WRITES.flatMap((name) =>
    broken(name, name === 'update' ? ['valid-refused', operationOf(name).pointer] : undocumented(name), {
      'a success redirects to another path': redirect(303, '/v2/done'),
      'a request redirects to the path with a slash': redirect(308, '/v2/temporary-evse-statuses/'),
    }),
  ),
];

/** For each reason: a documented status that is misleading, and what a success breaks. */
const misleading = (name: OperationName) =>
  ({
    key: [name === 'list' ? 410 : 404, ['invalid-key-accepted', apiKey]],
    permission: [404, ['missing-permission-accepted', response(name, 403)]],
    limit: [403, ['rate-limit-missing', response(name, 429)]],
    id: [401, ['invalid-id-accepted', `${idParameter}/schema/type`]],
    mediaType: [403, ['wrong-media-type-accepted', `${requestBody(name)}/content`]],
    json: [401, ['malformed-json-accepted', jsonBodyOf(name)]],
    body: [409, ['invalid-body-accepted', `${bodySchema(name)}/type`]],
    record: [422, ['unknown-id-accepted', idParameter]],
  }) as const;

const refusals = OPERATION_NAMES.flatMap((name) =>
  REASONS[name].flatMap((reason) => {
    const [status, accepted] = misleading(name)[reason];
    const what = FAULTS[reason];
    return [
      ...broken(name, reason === 'limit' ? accepted : wrong(name), {
        [`${what} gets ${status}`]: instead(reason, status),
      }),
      ...broken(name, undocumented(name), { [`${what} gets 418`]: instead(reason, 418) }),
      ...broken(name, failing(name), { [`${what} gets 500`]: instead(reason, 500) }),
      ...broken(name, accepted, { [`${what} gets 200 and an error`]: instead(reason, 200) }),
      ...broken(name, silent(name), { [`${what} ends the connection`]: sendingFor(reason, hangUp) }),
    ];
  }),
);

const where = (
  isBroken: (call: Call) => boolean,
  outcome: () => { status: number } = () => ({ status: 500 }),
): Change => sending((_, call) => (isBroken(call) ? outcome() : undefined));
const having = (pattern: RegExp, outcome?: () => never): Change => where(({ body }) => pattern.test(body), outcome);
const known = /^(evseId|temporaryStatus|validFrom|validTo)$/;

/** Input that crashes a careless provider. */
const fragile = [
  ...WRITES.flatMap((name) => [
    ...broken(name, failing(name), {
      'a fraction of a second gets 500': having(/:\d\d\.\d/),
      'a body that is null gets 500': having(/^\s*null\s*$/),
      'a body that is a list gets 500': having(/^\s*\[/),
      'no body gets 500': having(/^$/),
      'an unknown field gets 500': where((call) => Object.keys(sentIn(call)).some((field) => !known.test(field))),
      'a null in the body gets 500': having(/:\s*null/),
    }),
    ...broken(name, silent(name), {
      'a fraction of a second ends the connection': having(/:\d\d\.\d/, hangUp),
      'a valid body never gets a response': sendingFor('success', neverRespond),
    }),
  ]),
  ...broken('update', failing('update'), {
    'a malformed escape in the path gets 500': where(({ path }) => path.includes('%zz')),
    'an id beyond 32 bits gets 500': where(({ path }) => Number(/\d+$/.exec(path)) >= 2 ** 32),
  }),
  ...broken('update', silent('update'), {
    'a malformed escape in the path ends the connection': where(({ path }) => path.includes('%zz'), hangUp),
    'an unknown id never gets a response': sendingFor('record', neverRespond),
  }),
];

const isEmpty = (body: unknown) => Array.isArray(body) && body.length === 0;

const lists = [
  ...broken('list', ['valid-refused', parameter(0)], {
    'an EVSE ID that no record has gets 404': sending(({ body }) =>
      isEmpty(body) ? { status: 404, body: { error: {} } } : undefined,
    ),
  }),
  ...broken('list', undocumented('list'), {
    'an empty list gets 204': sending(({ body }) => (isEmpty(body) ? { status: 204, ...bodyless } : undefined)),
  }),
  ...broken('list', failing('list'), {
    'an EVSE ID with a percent sign gets 500': where(({ query }) => query.get('evseId')?.includes('%') === true),
  }),
];

const everywhere = [
  ...broken('', undocumented('update'), {
    'A wrong key redirects to a login page': sendingFor('key', ({ headers }) => ({
      status: 302,
      headers: { ...headers, Location: '/login' },
      body: '',
    })),
  }),
  ...broken('', wrong('update'), { 'Every refusal has 400': refusing(() => ({ status: 400 })) }),
];

/** Responses with a wrong status, or no response. */
export const statuses: readonly BrokenProvider[] = [...successes, ...refusals, ...fragile, ...lists, ...everywhere];
