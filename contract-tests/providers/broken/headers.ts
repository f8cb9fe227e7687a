import { sendingFor, withHeaders } from '../changes.ts';
import { broken, each, type BrokenProvider } from '../fleet.ts';
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
const iso = (seconds: number) => new Date(seconds * 1000).toISOString();

const unreadable: Readonly<Record<string, Edit>> = {
  'is a word': () => 'soon',
  'has a unit': (value) => `${value}s`,
  'is empty': () => '',
  'is negative': () => '-1',
  'is sent twice': (value) => [String(value), String(value + 1)],
  'is infinite': () => 'Infinity',
};

const ofAll = [limit, remaining, reset, retryAfter].flatMap((name) =>
  Object.entries(unreadable).map(([what, edit]) => broken('', `${name} ${what}.`, invalid(name), changing(name, edit))),
);

const single = [
  broken(
    '',
    'A 429 has no Retry-After.',
    ['header-missing', header(retryAfter)],
    changing(retryAfter, () => undefined),
  ),
  ...each('', invalid(retryAfter), {
    'Retry-After is an ISO 8601 time': changing(retryAfter, () => '2037-01-01T00:00:00Z'),
    'Retry-After is an HTTP date': changing(retryAfter, () => 'Thu, 01 Jan 2037 00:00:00 GMT'),
    'Retry-After is the epoch second of the reset': changing(retryAfter, (_, headers) => String(headers[reset])),
  }),
  broken(
    '',
    'X-RateLimit-Limit carries its window.',
    invalid(limit),
    changing(limit, (value) => `${value};w=60`),
  ),
  broken(
    '',
    'X-RateLimit-Remaining is a share of the limit.',
    invalid(remaining),
    changing(remaining, (value) => `${value}/120`),
  ),
  broken('', 'X-RateLimit-Reset is an ISO 8601 time.', invalid(reset), changing(reset, iso)),
  ...each('', ['rate-limit-reset', header(reset)], {
    'X-RateLimit-Reset is in milliseconds': changing(reset, (value) => String(value * 1000)),
    'X-RateLimit-Reset is in microseconds': changing(reset, (value) => String(value * 1_000_000)),
    'X-RateLimit-Reset is in seconds from now': changing(reset, (value) => String(value % 60 || 60)),
  }),
];

const relations = [
  ...each('', incoherent(remaining), {
    'X-RateLimit-Remaining is above the limit': changing(remaining, (_, headers) => String(Number(headers[limit]) + 5)),
    'X-RateLimit-Remaining never falls': changing(remaining, (_, headers) => String(Number(headers[limit]) - 1)),
    'X-RateLimit-Remaining counts what is used': changing(remaining, (value, headers) =>
      String(Number(headers[limit]) - value),
    ),
    'A 429 says that requests remain': sendingFor('limit', ({ headers }) => ({
      headers: { ...headers, [remaining]: '7' },
    })),
  }),
  broken(
    '',
    'X-RateLimit-Limit is 0 while requests are accepted.',
    incoherent(limit),
    changing(limit, () => '0'),
  ),
  broken(
    '',
    'X-RateLimit-Reset lies an hour in the past.',
    incoherent(reset),
    changing(reset, (value) => String(value - 3600)),
  ),
  broken(
    '',
    'Retry-After reaches past X-RateLimit-Reset.',
    incoherent(retryAfter),
    changing(retryAfter, () => '3600'),
  ),
];

/** Headers that cannot be read, or that contradict each other. */
export const headers: readonly BrokenProvider[] = [...ofAll, ...single, ...relations];
