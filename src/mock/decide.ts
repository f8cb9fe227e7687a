import type { Validators } from '../../generated/success-validators.ts';
import type { Operation, Parameter } from '../../generated/operations.ts';
import { act, findRecord } from './act.ts';
import { withHeaders } from './answer-headers.ts';
import { CODES, refuse, type Refusal } from './errors.ts';
import { isObject } from './json.ts';
import type { Body } from './body.ts';
import type { createMemory } from './memory.ts';
import { exampleAnswer, parsePrefer, type Preference } from './prefer.ts';
import type { Window } from './rate-limit.ts';
import { checkAccept, checkKey, readBody, readParameters } from './read-request.ts';
import type { Route } from './routes.ts';
import type { createSettings } from './settings.ts';
import type { AnsweredBy, MockRecord, PlainRequest } from './types.ts';
import { toDateTime } from './utc.ts';
import { START } from './validity.ts';

/** What was decided for one request. */
export interface Decision {
  readonly by: AnsweredBy;
  readonly status: number;
  /** Empty: none. Where there are reasons, it is made from them. */
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly reasons?: Refusal;
  readonly ignoredFields?: readonly string[];
}

/** A request that has found its operation. */
export interface Call {
  readonly headers: PlainRequest['headers'];
  readonly body: Body;
  readonly route: Route;
  /** By name, as they stand in the path. */
  readonly pathTexts: Readonly<Record<string, string>>;
  /** As it stands in the path, without its `?`. */
  readonly query: string;
  /** The rate limit with this request counted; none where there is no limit. */
  readonly window: Window | undefined;
  readonly now: number;
  readonly show: (value: unknown) => string;
}

export interface Context {
  readonly judges: Readonly<Record<string, Validators>>;
  readonly settings: ReturnType<typeof createSettings>;
  readonly memory: ReturnType<typeof createMemory>;
  readonly maxBodyBytes: number;
}

/**
 * Answers a call of a documented operation. The order is fixed: answers that were ordered (`respondNext`), server errors by
 * chance, rate limit, key, `Accept`, parameters, the record's existence, media type, size and JSON of the body, its fields,
 * `Prefer`, and then the memory. A request with `Prefer` needs no record: it asks for an example of the document.
 */
export function decide(context: Context, call: Call): Decision {
  const { judges, settings, memory, maxBodyBytes } = context;
  const { headers, route, window, show } = call;
  const { operation } = route;

  const next = settings.takeNext();
  if (next !== undefined) {
    const { status, example, body } = next;
    if (body === undefined) {
      return {
        ...exampleOf('respondNext', operation, { status, ...(example !== undefined && { example }) }),
        // A client that honours Retry-After would hang for as long as the document's example says.
        headers: withHeaders(status === 429 ? { 'Retry-After': '0' } : {}, next.headers),
      };
    }
    return {
      by: 'respondNext',
      status,
      body,
      headers: { 'Content-Type': 'text/plain; charset=utf-8', ...next.headers },
    };
  }
  const failure = settings.errorByChance(operation);
  if (failure !== undefined) return exampleOf('errorRate', operation, { status: failure });
  if (window?.exceeded) {
    const message = `The mock takes ${window.limit} requests in a window; the switch rateLimit changes that.`;
    return refused(refuse('rate_limit_exceeded', message), 'rateLimit');
  }

  const { keys } = settings.switches();
  const refusal =
    (keys === 'off'
      ? undefined
      : checkKey(operation, headers['authorization'], keys === 'any' ? undefined : keys.one)) ??
    checkAccept(operation, headers['accept']);
  if (refusal) return refused(refusal);

  const malformed = Object.entries(call.pathTexts).find(([, text]) => decode(text) === undefined);
  if (malformed) {
    const [name, text] = malformed;
    return refused(
      refuse('malformed_path', `${name} holds a percent escape that cannot be decoded: ${show(text)}.`, name),
    );
  }
  const parameters = readParameters(operation.parameters, judges, textOf, show);
  if ('refusal' in parameters) return refused(parameters.refusal);
  const { path, query } = parameters;

  const preference = parsePrefer(headers['prefer']);
  const missing = preference ? undefined : findRecord(route, memory.of(route), path, show);
  if (missing) return refused(missing);
  const body = readBody(operation, headers, call.body, maxBodyBytes, judges, show);
  if ('refusal' in body) return refused(body.refusal);

  if (preference) return exampleOf('prefer', operation, preference);

  const sent = isObject(body.value) ? (body.value as MockRecord) : {};
  const input = { path, query, body: sent, knows, omitted: omittedFields(), now: call.now };
  const outcome = act(route, memory.of(route), input, judges);
  if (!('status' in outcome)) return refused(outcome, 'memory');
  return {
    by: 'memory',
    status: outcome.status,
    body: outcome.body === undefined ? '' : JSON.stringify(outcome.body),
    ignoredFields: body.ignoredFields,
  };

  function textOf({ name, in: where }: Parameter): string | undefined {
    if (where === 'path') return decode(call.pathTexts[name] ?? '');
    return where === 'query' ? (new URLSearchParams(call.query).get(name) ?? undefined) : headers[name.toLowerCase()];
  }

  function knows(field: string): boolean {
    const schema = operation.requestBody?.content[0]?.schema;
    if (schema === undefined) return false;
    const violations = judges[schema]?.strict?.({ [field]: null }) ?? [];
    return !violations.some(({ keyword }) => keyword === 'additionalProperties');
  }

  /** What the body leaves out; what it carries wins. */
  function omittedFields(): MockRecord {
    const moves = route.action === 'create' || settings.switches().validFromWhenOmitted === 'now';
    return moves && knows(START) ? { [START]: toDateTime(Math.floor(call.now / 1000) * 1000) } : {};
  }
}

export function refused(reasons: Refusal, by: AnsweredBy = 'check', headers?: Decision['headers']): Decision {
  return { by, status: CODES[reasons[0].code].status, reasons, ...(headers && { headers }) };
}

function exampleOf(by: AnsweredBy, operation: Operation, preference: Preference): Decision {
  const example = exampleAnswer(operation, preference);
  return typeof example === 'string' ? refused(refuse('invalid_preference', example, 'Prefer')) : { by, ...example };
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
