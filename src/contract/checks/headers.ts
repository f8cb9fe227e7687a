import type { DocumentedResponse, Field, Operation } from '../../../generated/operations.ts';
import { VALIDATORS } from '../../../generated/validators.ts';
import { isAssumed, remembered, schemaAt } from '../document.ts';
import type { Responded, ServiceResponse } from '../exchange.ts';
import { excerpt } from '../shown.ts';
import type { Found, Note, Notes } from './found.ts';

type Headers = ServiceResponse['headers'];

/** Headers that HTTP and browsers know; the document need not name them. */
const ofHttp = new Set(
  `age allow alt-svc cache-control connection content-encoding content-language content-length content-location
   content-security-policy content-type date etag expires keep-alive last-modified link location nel pragma
   referrer-policy report-to retry-after server server-timing set-cookie strict-transport-security timing-allow-origin
   trailer transfer-encoding upgrade vary via www-authenticate x-content-type-options x-frame-options x-powered-by`.split(
    /\s+/,
  ),
);
/** The headers that the document knows of an operation, in lower case. */
const knownTo = remembered(
  ({ responses }: Operation) =>
    new Set(responses.flatMap(({ headers }) => headers.map(({ name }) => name.toLowerCase()))),
);
const LIMIT = 'X-RateLimit-Limit';
const REMAINING = 'X-RateLimit-Remaining';
const RESET = 'X-RateLimit-Reset';
const RETRY_AFTER = 'Retry-After';
/** Clocks of two machines may differ by so many seconds. */
const skewSeconds = 60;

/** Holds the headers of one response to the document and to each other, and reports those that the document does not know. */
export function* checkHeaders({ case: one, response, at }: Responded, documented?: DocumentedResponse): Notes {
  const { headers } = response;
  const notes = (documented?.headers ?? []).flatMap((header) => checkHeader(header, headers) ?? []);
  yield* notes;
  const known = knownTo(one.operation);
  const expected = 'the headers that the document knows';
  for (const name of [...headers.keys()].sort()) {
    if (known.has(name) || ofHttp.has(name) || name.startsWith('access-control-')) continue;
    const place = '#/components/headers';
    yield { rule: 'unknown-header', place, at: `/headers/${name}`, expected, actual: name, member: name };
  }
  if (!notes.some((note) => 'rule' in note)) yield* incoherent(response, at);
}

function checkHeader({ name, required, schema }: Field, headers: Headers): Note | undefined {
  const text = headers.get(name.toLowerCase());
  const wrong = (rule: Found['rule'], expected: string) => found(headers, name, expected, rule);
  if (text === undefined) return required ? wrong('header-missing', `a ${name} header`) : undefined;
  const { type } = schemaAt(schema).schema;
  if (type !== 'number' && type !== 'integer')
    return name === 'Sunset' ? wrong('sunset', 'a version that goes on') : undefined;
  if (!/^-?\d+(?:\.\d+)?$/.test(text)) return wrong('header-invalid', `${name} as a number`);
  const value = Number(text);
  // HTTP's own grammar has no sign here (RFC 9110, section 10.2.3); a billion seconds are a date, not a wait.
  if (value < 0 || (name === RETRY_AFTER && value >= 1e9)) return wrong('header-invalid', `${name} as a number from 0`);
  // Seconds since 1970 have ten digits from 2001 to 2286; milliseconds have thirteen, seconds from now a few.
  if (name === RESET && (value < 1e9 || value >= 1e11)) return wrong('rate-limit-reset', 'Unix epoch seconds');
  if (VALIDATORS[schema]?.contract(value).length === 0) return undefined;
  if (!isAssumed(schema)) return wrong('header-invalid', `${name} as ${type}`);
  return { question: `is ${name} a whole number?`, value: 'no' };
}

/** Whether the numbers of one response can all be true. */
function* incoherent({ status, headers }: ServiceResponse, now: number): Notes {
  const { limit = Infinity, remaining = 0, reset, retryAfter } = limitsOf(headers);
  const date = Date.parse(headers.get('date') ?? '');
  const seconds = (Number.isNaN(date) ? now : date) / 1000;
  if (limit === 0) yield found(headers, LIMIT, 'a limit above 0');
  if (remaining > limit) yield found(headers, REMAINING, `at most the limit of ${limit}`);
  if (status === 429 && remaining > 0) yield found(headers, REMAINING, '0 on a 429');
  if (reset === undefined) return;
  if (reset < seconds - skewSeconds) yield found(headers, RESET, 'a time that is not over');
  if (reset > seconds + 86_400) yield found(headers, RESET, 'a time within a day');
  if (retryAfter !== undefined && seconds + retryAfter > reset + skewSeconds)
    yield found(headers, RETRY_AFTER, 'a wait that ends with the window');
}

/** Whether two responses in a row to the same key fit together; others may use the same quota between them. */
export function* checkSequence({ headers: before }: ServiceResponse, { headers }: ServiceResponse): Iterable<Found> {
  const { limit, reset = 0 } = limitsOf(before);
  const { limit: nextLimit = limit, reset: nextReset = reset } = limitsOf(headers);
  if (limit !== undefined && limit !== nextLimit) yield found(headers, LIMIT, `${limit}, as in the response before`);
  if (nextReset < reset - 1) yield found(headers, RESET, `not before ${reset}, as in the response before`);
}

/** So many responses in one window show whether a service counts; fewer may be chance. */
const leastCounted = 20;

/** What the responses of a run to one quota show: the last of them, and how often the count fell within a window, or stayed. */
export interface Counted {
  readonly last: ServiceResponse;
  readonly fell: number;
  readonly stayed: number;
}

/** Adds a response. A limiter need not count every request, and requests of others leave a window that slides. */
export function counted(before: Counted | undefined, last: ServiceResponse): Counted {
  const { fell = 0, stayed = 0 } = before ?? {};
  const one = limitsOf(before?.last.headers ?? new Map());
  const { remaining, reset } = limitsOf(last.headers);
  if (one.remaining === undefined || remaining === undefined || reset === undefined || reset !== one.reset)
    return { last, fell, stayed };
  if (remaining < one.remaining || remaining === 0) return { last, fell: fell + 1, stayed };
  return { last, fell, stayed: last.status < 300 ? stayed + 1 : stayed };
}

/** Whether a service counts at all, at the end of a run. */
export function checkCount({ last: { headers }, fell, stayed }: Counted): readonly Found[] {
  return fell > 0 || stayed < leastCounted ? [] : [found(headers, REMAINING, 'a count that falls within a window')];
}

function found(headers: Headers, name: string, expected: string, rule: Found['rule'] = 'rate-limit-incoherent'): Found {
  const [key, place] = [name.toLowerCase(), `#/components/headers/${name}`];
  return { rule, place, at: `/headers/${key}`, expected, actual: excerpt(headers.get(key) ?? 'none') };
}

/** The rate-limit headers as numbers, where they are. */
export function limitsOf(headers: Headers) {
  const number = (name: string) => {
    const text = headers.get(name);
    return text !== undefined && /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : undefined;
  };
  return {
    limit: number('x-ratelimit-limit'),
    remaining: number('x-ratelimit-remaining'),
    reset: number('x-ratelimit-reset'),
    retryAfter: number('retry-after'),
  };
}
