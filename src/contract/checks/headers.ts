import type { DocumentedResponse, Field, Operation } from '../../../generated/operations.ts';
import { VALIDATORS } from '../../../generated/validators.ts';
import { isAssumed, schemaAt } from '../document.ts';
import type { ServiceResponse } from '../exchange.ts';
import { excerpt } from '../shown.ts';
import { nothingFound, together, type Checked, type Found } from './found.ts';

/** Headers that HTTP and browsers know; the document need not name them. */
const ofHttp = new Set(
  `age allow alt-svc cache-control connection content-encoding content-language content-length content-location
   content-security-policy content-type date etag expires keep-alive last-modified link location nel pragma
   referrer-policy report-to retry-after server server-timing set-cookie strict-transport-security timing-allow-origin
   trailer transfer-encoding upgrade vary via www-authenticate x-content-type-options x-frame-options x-powered-by`.split(
    /\s+/,
  ),
);
const LIMIT = 'X-RateLimit-Limit';
const REMAINING = 'X-RateLimit-Remaining';
const RESET = 'X-RateLimit-Reset';
const RETRY_AFTER = 'Retry-After';
/** Clocks of two machines may differ by so many seconds. */
const skewSeconds = 60;

/** Holds the headers of one response to the document and to each other, and reports those that the document does not know. */
export function checkHeaders(
  operation: Operation,
  documented: DocumentedResponse | undefined,
  response: ServiceResponse,
  now: number,
): Checked {
  const { headers } = response;
  const known = new Set(operation.responses.flatMap((one) => one.headers.map(({ name }) => name.toLowerCase())));
  const additions = [...headers.keys()]
    .filter((name) => !known.has(name) && !ofHttp.has(name) && !name.startsWith('access-control-'))
    .sort()
    .map((name): Found => ({
      rule: 'unknown-header',
      place: '#/components/headers',
      at: `/headers/${name}`,
      expected: 'the headers that the document knows',
      actual: name,
      member: name,
    }));
  const checked = (documented?.headers ?? []).map((header) =>
    checkHeader(header, headers.get(header.name.toLowerCase())),
  );
  const readable = checked.every(({ found }) => found.length === 0);
  return together(...checked, { found: [...additions, ...(readable ? incoherent(response, now) : [])], observed: [] });
}

function checkHeader(header: Field, text: string | undefined): Checked {
  const { name, pointer: place } = header;
  const wrong = (rule: Found['rule'], expected: string, actual: string): Checked => ({
    ...nothingFound,
    found: [{ rule, place, at: `/headers/${name.toLowerCase()}`, expected, actual }],
  });
  if (text === undefined) return header.required ? wrong('header-missing', `a ${name} header`, 'none') : nothingFound;
  const { type } = schemaAt(header.schema).schema;
  if (type !== 'number' && type !== 'integer')
    return name === 'Sunset' ? wrong('sunset', 'a version that goes on', excerpt(text)) : nothingFound;
  const value = /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : undefined;
  if (value === undefined) return wrong('header-invalid', `${name} as a number`, excerpt(text));
  // HTTP's own grammar has no sign here (RFC 9110, section 10.2.3); a billion seconds are a date, not a wait.
  if (value < 0 || (name === RETRY_AFTER && value >= 1e9))
    return wrong('header-invalid', `${name} as a number from 0`, excerpt(text));
  // Seconds since 1970 have ten digits from 2001 to 2286; milliseconds have thirteen, seconds from now a few.
  if (name === RESET && (value < 1e9 || value >= 1e11))
    return wrong('rate-limit-reset', 'Unix epoch seconds', excerpt(text));
  if (VALIDATORS[header.schema]?.contract(value).length === 0) return nothingFound;
  if (!isAssumed(header.schema)) return wrong('header-invalid', `${name} as ${type}`, excerpt(text));
  return { found: [], observed: [{ question: `is ${name} a whole number?`, value: 'no' }] };
}

/** Whether the numbers of one response can all be true. */
function incoherent({ status, headers }: ServiceResponse, now: number): readonly Found[] {
  const { limit, remaining, reset, retryAfter } = limitsOf(headers);
  const date = Date.parse(headers.get('date') ?? '');
  const seconds = (Number.isNaN(date) ? now : date) / 1000;
  const wrong = (name: string, expected: string): Found => ({
    rule: 'rate-limit-incoherent',
    place: `#/components/headers/${name}`,
    at: `/headers/${name.toLowerCase()}`,
    expected,
    actual: headers.get(name.toLowerCase()) ?? '',
  });
  return [
    ...(limit === 0 ? [wrong(LIMIT, 'a limit above 0')] : []),
    ...(limit !== undefined && remaining !== undefined && remaining > limit
      ? [wrong(REMAINING, `at most the limit of ${limit}`)]
      : []),
    ...(status === 429 && remaining !== undefined && remaining > 0 ? [wrong(REMAINING, '0 on a 429')] : []),
    ...(reset !== undefined && reset < seconds - skewSeconds ? [wrong(RESET, 'a time that is not over')] : []),
    ...(reset !== undefined && reset > seconds + 86_400 ? [wrong(RESET, 'a time within a day')] : []),
    ...(reset !== undefined && retryAfter !== undefined && seconds + retryAfter > reset + skewSeconds
      ? [wrong(RETRY_AFTER, 'a wait that ends with the window')]
      : []),
  ];
}

/** Whether two responses in a row to the same key fit together. `streak`: how often in a row the count did not fall before. */
export function checkSequence(
  before: ServiceResponse,
  after: ServiceResponse,
  streak: number,
): { readonly streak: number; readonly found: readonly Found[] } {
  const [one, other] = [limitsOf(before.headers), limitsOf(after.headers)];
  const wrong = (name: string, expected: string): Found => ({
    rule: 'rate-limit-incoherent',
    place: `#/components/headers/${name}`,
    at: `/headers/${name.toLowerCase()}`,
    expected,
    actual: after.headers.get(name.toLowerCase()) ?? '',
  });
  const found: Found[] = [];
  if (one.limit !== undefined && other.limit !== undefined && one.limit !== other.limit)
    found.push(wrong(LIMIT, `${one.limit}, as in the response before`));
  if (one.reset !== undefined && other.reset !== undefined && other.reset < one.reset - 1)
    found.push(wrong(RESET, `not before ${one.reset}, as in the response before`));
  const isSameWindow =
    one.reset !== undefined &&
    one.reset === other.reset &&
    one.remaining !== undefined &&
    other.remaining !== undefined;
  if (!isSameWindow) return { streak: 0, found };
  const fell = (other.remaining ?? 0) < (one.remaining ?? 0) || other.remaining === 0;
  const next = fell ? 0 : after.status < 300 ? streak + 1 : streak;
  // A limiter need not count every request; one that counts none in a row does not count.
  if (next === 5) found.push(wrong(REMAINING, `fewer than ${one.remaining ?? 0} within the same window`));
  return { streak: next, found };
}

/** The rate-limit headers as numbers, where they are. */
export function limitsOf(headers: ReadonlyMap<string, string>) {
  const number = (name: string) => {
    const text = headers.get(name.toLowerCase()) ?? '';
    return /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : undefined;
  };
  return { limit: number(LIMIT), remaining: number(REMAINING), reset: number(RESET), retryAfter: number(RETRY_AFTER) };
}
