import { sendingFor, withHeaders } from '../changes.ts';
import { broken, type BrokenProvider } from '../fleet.ts';
import { header } from '../places.ts';
import type { Change, Outcome } from '../steps.ts';

const limit = 'X-RateLimit-Limit';
const remaining = 'X-RateLimit-Remaining';
const reset = 'X-RateLimit-Reset';
const retryAfter = 'Retry-After';

type Edit = (value: number, headers: Outcome['headers']) => string | readonly string[] | undefined;

/** Changes one header wherever it is sent. */
const changing = (name: string, edit: Edit): Change =>
  withHeaders((headers) =>
    headers[name] === undefined ? undefined : { [name]: edit(Number(headers[name]), headers) },
  );

const invalid = (name: string) => ['header-invalid', header(name)] as const;
const incoherent = (name: string) => ['rate-limit-incoherent', header(name)] as const;

const unreadable: Readonly<Record<string, Edit>> = {
  'is a word': () => 'soon',
  'has a unit': (value) => `${value}s`,
  'is empty': () => '',
  'is negative': () => '-1',
  'is sent twice': (value) => [String(value), String(value + 1)],
  'is infinite': () => 'Infinity',
};

const ofAll = [limit, remaining, reset, retryAfter].flatMap((name) =>
  Object.entries(unreadable).map(([what, edit]) => broken(`${name} ${what}.`, invalid(name), changing(name, edit))),
);

const single = [
  broken(
    'A 429 has no Retry-After.',
    ['header-missing', header(retryAfter)],
    changing(retryAfter, () => undefined),
  ),
  broken(
    'Retry-After is an ISO 8601 time.',
    invalid(retryAfter),
    changing(retryAfter, () => '2037-01-01T00:00:00Z'),
  ),
  broken(
    'Retry-After is an HTTP date.',
    invalid(retryAfter),
    changing(retryAfter, () => 'Thu, 01 Jan 2037 00:00:00 GMT'),
  ),
  broken(
    'X-RateLimit-Reset is an ISO 8601 time.',
    invalid(reset),
    changing(reset, (value) => new Date(value * 1000).toISOString()),
  ),
  broken(
    'X-RateLimit-Limit carries its window.',
    invalid(limit),
    changing(limit, (value) => `${value};w=60`),
  ),
  broken(
    'X-RateLimit-Remaining is a share of the limit.',
    invalid(remaining),
    changing(remaining, (value, headers) => `${value}/${Number(headers[limit])}`),
  ),
  broken(
    'X-RateLimit-Reset is in milliseconds.',
    ['rate-limit-reset', header(reset)],
    changing(reset, (value) => String(value * 1000)),
  ),
  broken(
    'X-RateLimit-Reset is in seconds from now.',
    ['rate-limit-reset', header(reset)],
    changing(reset, (value) => String(value % 60 || 60)),
  ),
  broken(
    'X-RateLimit-Reset is in microseconds.',
    ['rate-limit-reset', header(reset)],
    changing(reset, (value) => String(value * 1_000_000)),
  ),
  broken(
    'Sunset is an ISO 8601 date.',
    invalid('Sunset'),
    withHeaders(() => ({ Sunset: '2033-12-31' })),
  ),
  broken(
    'Sunset is a truth.',
    invalid('Sunset'),
    withHeaders(() => ({ Sunset: 'true' })),
  ),
];

const relations = [
  broken(
    'X-RateLimit-Remaining is above the limit.',
    incoherent(remaining),
    changing(remaining, (_, headers) => String(Number(headers[limit]) + 5)),
  ),
  broken(
    'X-RateLimit-Remaining never falls.',
    incoherent(remaining),
    changing(remaining, (_, headers) => String(Number(headers[limit]) - 1)),
  ),
  broken(
    'X-RateLimit-Remaining rises within a window.',
    incoherent(remaining),
    changing(remaining, (value, headers) => String(Number(headers[limit]) - value)),
  ),
  broken(
    'X-RateLimit-Limit is 0 while requests are accepted.',
    incoherent(limit),
    changing(limit, () => '0'),
  ),
  broken(
    'X-RateLimit-Reset lies an hour in the past.',
    incoherent(reset),
    changing(reset, (value) => String(value - 3600)),
  ),
  broken(
    'Retry-After reaches past X-RateLimit-Reset.',
    incoherent(retryAfter),
    changing(retryAfter, () => '3600'),
  ),
  broken(
    'Retry-After is the epoch second of the reset.',
    incoherent(retryAfter),
    changing(retryAfter, (_, headers) => String(headers[reset])),
  ),
  broken(
    'A 429 says that requests remain.',
    incoherent(remaining),
    sendingFor('limit', ({ headers }) => ({ headers: { ...headers, [remaining]: '7' } })),
  ),
];

/** Headers that cannot be read, or that contradict each other. */
export const headers: readonly BrokenProvider[] = [...ofAll, ...single, ...relations];
