/**
 * A correct provider of the three operations. It is written from the document alone, deliberately without any code of the
 * mock or the contract check, so that the check is tested against a second reading of the document. The fleet consists of
 * small changes to it. Only for tests.
 */
import type { OperationName } from './places.ts';
import { quotasOf, type Quota } from './quotas.ts';
import { Refusal } from './refusal.ts';
import { headerOf, makeSteps, type Call, type Change, type EvseStatus, type Outcome, type Steps } from './steps.ts';

export interface Provider {
  /** Sends a request to the provider, without a socket. */
  readonly fetch: (url: string, init?: RequestInit) => Promise<Response>;
  /** The same without a `Response` and its stream, which would take most of the time. */
  readonly respond: (url: string, init?: RequestInit) => Written;
  readonly records: ReadonlyMap<number, EvseStatus>;
}

/** A response as it is sent. */
export interface Written {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string | Uint8Array | null;
}

/** The correct provider, or a changed one. */
export function createProvider(change?: Change, now?: () => number): Provider {
  const steps = makeSteps(change, now);
  const quotas = quotasOf(steps);
  const respond = (url: string, init: RequestInit = {}): Written => {
    const call = read(url, init);
    const outcome = steps.finish(respondTo(call, steps, quotas), call);
    const isBodyless = [204, 304].includes(outcome.status);
    const headers = Object.entries(outcome.headers).flatMap(([name, value = []]) =>
      [value].flat().map((one): [string, string] => [name, one]),
    );
    return {
      status: outcome.status,
      headers: new Headers(headers),
      body: isBodyless ? null : steps.write(outcome.body, outcome, call),
    };
  };
  return {
    records: steps.records,
    respond,
    fetch: (url, init) => {
      const { body, ...rest } = respond(url, init);
      return Promise.resolve(new Response(body as BodyInit | null, rest));
    },
  };
}

const collection = '/v2/temporary-evse-statuses';

function read(url: string, { method = 'GET', headers = {}, body }: RequestInit): Call {
  // Not parsed as a URL, which would rewrite paths such as `/42/..` and `/%zz`.
  const [path = '', query] = url.slice(url.indexOf('/', 'https://'.length)).split('?');
  const operation = operationAt(method, path);
  return {
    method,
    path,
    query: new URLSearchParams(query),
    headers: Symbol.iterator in headers ? ([...headers] as [string, string][]) : Object.entries(headers),
    body: typeof body === 'string' ? body : new TextDecoder().decode(body as Uint8Array<ArrayBuffer> | undefined),
    ...(operation !== undefined && { operation }),
  };
}

function operationAt(method: string, path: string): OperationName | undefined {
  if (path === collection) return method === 'GET' ? 'list' : method === 'POST' ? 'create' : undefined;
  return method === 'PATCH' && path.startsWith(`${collection}/`) && idIn(path) !== '' ? 'update' : undefined;
}

function idIn(path: string): string {
  const [id = '', ...rest] = path.slice(collection.length + 1).split('/');
  return rest.length > 0 ? '' : id;
}

function respondTo(call: Call, steps: Steps, quotas: (key: string, call: Call) => Quota): Outcome {
  let headers: Record<string, string> = { 'Content-Type': 'application/json' };
  try {
    const key = steps.keyOf(call);
    const standing = steps.standingOf(key, call);
    if (standing === 'unknown') throw new Refusal('key');
    const quota = quotas(standing === 'throttled' ? '' : String(key), call);
    headers = { ...headers, ...quota.headers };
    if (quota.isSpent) {
      headers = { ...headers, 'Retry-After': quota.retryAfter };
      throw new Refusal('limit');
    }
    if (standing === 'forbidden') throw new Refusal('permission');
    const [status, body] = carryOut(call, steps);
    return { because: 'success', status, headers, body };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { because: error.reason, status: error.status, headers, body: steps.explain(error, call) };
  }
}

/** Carries out a request with a good key. */
function carryOut(call: Call, steps: Steps): [status: number, body: unknown] {
  if (call.operation === undefined) throw new Refusal('path');
  if (call.operation === 'list') return [200, steps.select(call).map((record) => steps.show(record, call))];
  if (call.operation === 'create') {
    const sent = bodyOf(call, steps);
    const blank = { id: steps.nextId(call), validFrom: new Date(steps.now()).toISOString() } as EvseStatus;
    return [201, steps.show(storeMerged(blank, sent, call, steps), call)];
  }
  const id = steps.idOf(idIn(call.path), call);
  if (id === undefined) throw new Refusal('id', { param: 'id' });
  const sent = bodyOf(call, steps);
  const before = steps.find(id, call);
  if (before === undefined) throw new Refusal('record', { param: 'id' });
  return [200, steps.show(storeMerged(before, sent, call, steps), call)];
}

function bodyOf(call: Call, steps: Steps) {
  if (!steps.isJson(headerOf(call, 'content-type'), call)) throw new Refusal('mediaType', { param: 'content-type' });
  let body: unknown;
  try {
    body = steps.parse(call.body, call);
  } catch {
    throw new Refusal('json', { param: 'body' });
  }
  return steps.validate(body, call);
}

function storeMerged(
  before: EvseStatus,
  sent: Readonly<Record<string, unknown>>,
  call: Call,
  steps: Steps,
): EvseStatus {
  const after = steps.merge(before, sent, call);
  steps.store(after, call);
  return after;
}
