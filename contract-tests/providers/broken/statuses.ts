import { hangUp, neverRespond, on, refusing, sending, sendingFor, sentIn } from '../changes.ts';
import { broken, type BrokenProvider } from '../fleet.ts';
import {
  OPERATION_NAMES,
  bodySchema,
  idParameter,
  jsonBodyOf,
  operationOf,
  response,
  responsesOf,
  type OperationName,
} from '../places.ts';
import { REASONS, type CommonReason } from '../refusal.ts';
import type { Call } from '../steps.ts';

const every = OPERATION_NAMES;
const undocumented = (name: OperationName) => ['status-undocumented', responsesOf(name)] as const;
const wrong = (name: OperationName) => ['status-wrong', responsesOf(name)] as const;
const failing = (name: OperationName) => ['server-error', responsesOf(name)] as const;
const silent = (name: OperationName) => ['no-response', responsesOf(name)] as const;

const bodyless = { headers: { 'Content-Type': undefined }, body: '' } as const;

const successes = every.flatMap((name) => {
  const instead = (status: number) =>
    on(
      name,
      sendingFor('success', () => ({ status })),
    );
  return [
    broken(`${name}: a success has 202.`, undocumented(name), instead(202)),
    broken(`${name}: a success has 206.`, undocumented(name), instead(206)),
    broken(
      `${name}: a success has 204 and no body.`,
      undocumented(name),
      on(
        name,
        sendingFor('success', () => ({ status: 204, ...bodyless })),
      ),
    ),
    broken(
      `${name}: a success redirects to another path.`,
      undocumented(name),
      on(
        name,
        sendingFor('success', ({ headers }) => ({ status: 303, headers: { ...headers, Location: '/v2/done' } })),
      ),
    ),
    broken(
      `${name}: every request redirects to the path with a slash.`,
      undocumented(name),
      on(
        name,
        sending(({ headers }, { path }) => ({ status: 308, headers: { ...headers, Location: `${path}/` } })),
      ),
    ),
    broken(
      `${name}: the method is not allowed.`,
      undocumented(name),
      on(
        name,
        sending(() => ({ status: 405, body: { error: {} } })),
      ),
    ),
    broken(`${name}: a success has 503.`, failing(name), instead(503)),
    broken(`${name}: a success has 500.`, failing(name), instead(500)),
  ];
});

/** For each reason to refuse, a status that the document has and that says something else. */
const misleading: Readonly<Record<CommonReason, number>> = {
  key: 404,
  permission: 404,
  limit: 403,
  id: 401,
  mediaType: 403,
  json: 401,
  body: 409,
  record: 422,
};

const words: Readonly<Record<CommonReason, string>> = {
  key: 'a wrong key',
  permission: 'a key without permission',
  limit: 'a used-up quota',
  id: 'an id that is no number',
  mediaType: 'another media type',
  json: 'malformed JSON',
  body: 'a body that breaks its schema',
  record: 'an unknown id',
};

/** Where a refusal that looks like a success is found. */
const acceptedAt = (name: OperationName) =>
  ({
    key: ['invalid-key-accepted', '#/components/securitySchemes/apiKey'],
    permission: ['missing-permission-accepted', response(name, 403)],
    limit: ['rate-limit-missing', response(name, 429)],
    id: ['invalid-id-accepted', `${idParameter}/schema/type`],
    mediaType: ['wrong-media-type-accepted', `${operationOf(name).pointer}/requestBody/content`],
    json: ['malformed-json-accepted', name === 'list' ? '' : jsonBodyOf(name)],
    body: ['invalid-body-accepted', `${bodySchema(name)}/type`],
    record: ['unknown-id-accepted', idParameter],
  }) as const;

const refusals = every.flatMap((name) =>
  REASONS[name].flatMap((reason) => {
    const instead = (status: number) =>
      on(
        name,
        sendingFor(reason, () => ({ status })),
      );
    const what = `${name}: ${words[reason]}`;
    const gone = name === 'list' && misleading[reason] === 404 ? 410 : misleading[reason];
    return [
      broken(
        `${what} gets ${gone}.`,
        reason === 'limit' ? ['rate-limit-missing', response(name, 429)] : wrong(name),
        instead(gone),
      ),
      broken(`${what} gets 418.`, undocumented(name), instead(418)),
      broken(`${what} gets 500.`, failing(name), instead(500)),
      broken(`${what} gets ${200} and the error in its body.`, acceptedAt(name)[reason], instead(200)),
      broken(`${what} ends the connection.`, silent(name), on(name, sendingFor(reason, hangUp))),
    ];
  }),
);

/** Input on which a provider fails that does not validate it. */
const fragile = (['create', 'update'] as const).flatMap((name) => {
  const where = (fails: (call: Call) => boolean, outcome = (): { status: number } => ({ status: 500 })) =>
    on(
      name,
      sending((_, call) => (fails(call) ? outcome() : undefined)),
    );
  const has = (pattern: RegExp) => (call: Call) => pattern.test(call.body);
  return [
    broken(`${name}: a fraction of a second gets 500.`, failing(name), where(has(/:\d\d\.\d/))),
    broken(`${name}: a body that is null gets 500.`, failing(name), where(has(/^\s*null\s*$/))),
    broken(`${name}: a body that is a list gets 500.`, failing(name), where(has(/^\s*\[/))),
    broken(
      `${name}: no body gets 500.`,
      failing(name),
      where(({ body }) => body === ''),
    ),
    broken(
      `${name}: an unknown field gets 500.`,
      failing(name),
      where((call) =>
        Object.keys(sentIn(call)).some((field) => !/^(evseId|temporaryStatus|valid(From|To))$/.test(field)),
      ),
    ),
    broken(`${name}: a null in the body gets 500.`, failing(name), where(has(/:\s*null/))),
    broken(`${name}: a fraction of a second ends the connection.`, silent(name), where(has(/:\d\d\.\d/), hangUp)),
    broken(`${name}: a valid body never gets a response.`, silent(name), on(name, sendingFor('success', neverRespond))),
  ];
});

const paths = [
  broken(
    'update: a malformed escape in the path gets 500.',
    failing('update'),
    sending((_, { path }) => (path.includes('%zz') ? { status: 500 } : undefined)),
  ),
  broken(
    'update: a malformed escape in the path ends the connection.',
    silent('update'),
    sending((_, { path }) => {
      decodeURIComponent(path);
      return undefined;
    }),
  ),
  broken(
    'update: an id beyond 32 bits gets 500.',
    failing('update'),
    on(
      'update',
      sending((_, { path }) => (Number(/\d+$/.exec(path)) >= 2 ** 32 ? { status: 500 } : undefined)),
    ),
  ),
  broken(
    'update: an unknown id never gets a response.',
    silent('update'),
    on('update', sendingFor('record', neverRespond)),
  ),
  broken(
    'list: an EVSE ID that no record has gets 404.',
    ['valid-refused', '#/paths/~1v2~1temporary-evse-statuses/get/parameters/0'],
    on(
      'list',
      sending(({ body }) =>
        Array.isArray(body) && body.length === 0 ? { status: 404, body: { error: {} } } : undefined,
      ),
    ),
  ),
  broken(
    'list: an empty list gets 204.',
    undocumented('list'),
    on(
      'list',
      sending(({ body }) => (Array.isArray(body) && body.length === 0 ? { status: 204, ...bodyless } : undefined)),
    ),
  ),
  broken(
    'list: an EVSE ID with a percent sign gets 500.',
    failing('list'),
    on(
      'list',
      sending((_, { query }) => (query.get('evseId')?.includes('%') === true ? { status: 500 } : undefined)),
    ),
  ),
  broken(
    'A wrong key redirects to a login page.',
    undocumented('update'),
    sendingFor('key', ({ headers }) => ({ status: 302, headers: { ...headers, Location: '/login' }, body: '' })),
  ),
  broken(
    'Every refusal has 400.',
    wrong('update'),
    refusing(() => ({ status: 400 })),
  ),
];

/** Responses whose status the document does not give to the request, or none at all. */
export const statuses: readonly BrokenProvider[] = [...successes, ...refusals, ...fragile, ...paths];
