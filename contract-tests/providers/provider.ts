/**
 * A correct provider of the endpoint: a small server with a memory, written from the document alone and on purpose
 * without a line of the mock or of the contract check, so that what the check believes is held against a second reading.
 * The fleet in this folder is made of small changes of it; nothing here is meant for use outside the tests.
 */
import type { IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { serve, type Served } from '../support/serve.ts';
import { startQuotas, type Quota } from './quotas.ts';
import { isObject, makeSteps } from './steps.ts';
import type { Change, EvseStatus, ProviderAnswer, ProviderRequest, Refusal, Steps, Update } from './steps.ts';

export interface Provider extends Served {
  readonly records: ReadonlyMap<number, EvseStatus>;
}

/** Starts a provider on a free port of the loopback: the correct one, or a changed one. */
export async function startProvider(change?: Change): Promise<Provider> {
  const steps = makeSteps(change);
  const quotaOf = startQuotas(steps.limit);
  const served = await serve((incoming, outgoing) => {
    void read(incoming)
      .then((request) => steps.finish(answerTo(request, steps, quotaOf), request))
      .then((answer) => outgoing.writeHead(answer.status, { ...lengthOf(answer), ...answer.headers }).end(answer.body))
      .catch(() => outgoing.destroy());
  });
  return { ...served, records: steps.records };
}

async function read(incoming: IncomingMessage): Promise<ProviderRequest> {
  const { method = '', url = '', headers } = incoming;
  return { method, path: url.split('?', 1).join(), headers, body: (await buffer(incoming)).toString() };
}

function answerTo(request: ProviderRequest, steps: Steps, quotaOf: (key: string) => Quota): ProviderAnswer {
  const key = steps.keyOf(request.headers.authorization);
  const standing = steps.standingOf(key);
  if (standing === 'unknown') return answer(steps, noKey);

  const quota = quotaOf(standing === 'throttled' ? '' : String(key));
  const headers = {
    'X-RateLimit-Limit': String(quota.limit),
    'X-RateLimit-Remaining': String(quota.remaining),
    'X-RateLimit-Reset': String(quota.reset),
  };
  if (quota.isSpent || standing === 'throttled')
    return answer(steps, tooMany, { ...headers, 'Retry-After': String(quota.secondsLeft) });
  return answer(steps, standing === 'forbidden' ? noPermission : update(request, steps), headers);
}

/** Judges a request whose key is good, and changes the record where nothing is wrong. */
function update({ method, path, headers, body }: ProviderRequest, steps: Steps): Update | Refusal {
  const segment = /^\/v2\/temporary-evse-statuses\/([^/]+)$/.exec(path)?.[1];
  if (segment === undefined) return noSuchPath;
  if (method !== 'PATCH') return noSuchMethod;
  const id = steps.idOf(segment);
  if (id === undefined) return badRequest('id', 'The id must be a number.');
  if (!steps.isJson(headers['content-type'])) return badRequest('content-type', 'The body must be application/json.');

  let change: unknown;
  try {
    change = steps.parse(body);
  } catch {
    return badRequest('body', 'The body is not JSON.');
  }
  const before = steps.find(id);
  const fault = steps.faultOf(change, before);
  if (fault !== undefined) return fault;
  if (before === undefined) return noRecord;
  const sent = isObject(change) ? change : {};
  const after = steps.merge(before, sent);
  steps.store(after);
  return { before, change: sent, after };
}

function answer(steps: Steps, outcome: Update | Refusal, headers: Record<string, string> = {}): ProviderAnswer {
  const isUpdate = 'after' in outcome;
  return {
    status: isUpdate ? 200 : outcome.status,
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(isUpdate ? steps.show(outcome) : steps.explain(outcome)),
  };
}

function lengthOf({ status, headers, body }: ProviderAnswer): Record<string, number> {
  return status === 204 || 'Transfer-Encoding' in headers ? {} : { 'Content-Length': Buffer.byteLength(body) };
}

function badRequest(param: string, message: string): Refusal {
  return { status: 400, type: 'invalid_request', code: 'invalid_request', message, param };
}

const noKey: Refusal = {
  status: 401,
  type: 'authentication_error',
  code: 'invalid_api_key',
  message: 'The API key is missing, invalid, expired or revoked.',
};

const noPermission: Refusal = {
  status: 403,
  type: 'permission_error',
  code: 'missing_permission',
  message: 'This API key may not change temporary EVSE statuses.',
};

const noRecord: Refusal = {
  status: 404,
  type: 'not_found',
  code: 'not_found',
  message: 'There is no temporary EVSE status with this id.',
  param: 'id',
};

const noSuchPath: Refusal = { ...noRecord, message: 'There is nothing at this path.', param: 'path' };

const noSuchMethod: Refusal = {
  status: 405,
  type: 'invalid_request',
  code: 'method_not_allowed',
  message: 'Only PATCH is answered here.',
};

const tooMany: Refusal = {
  status: 429,
  type: 'rate_limit_error',
  code: 'rate_limit_exceeded',
  message: 'Too many requests. Try again later.',
};
