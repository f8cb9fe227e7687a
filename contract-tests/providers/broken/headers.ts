import { sendingFor, withHeaders } from '../changes.ts';
import { broken, type BrokenProvider } from '../fleet.ts';
import { header } from '../places.ts';
import type { Change, Outcome } from '../steps.ts';

const limit = 'X-RateLimit-Limit';
const remaining = 'X-RateLimit-Remaining';
const reset = 'X-RateLimit-Reset';
const retryAfter = 'Retry-After';

type Edit = (value: number, headers: Outcome['headers']) => string | readonly string[] | undefined;

/** Changes one header in every response that has it. */
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
  Object.entries(unreadable).flatMap(([what, edit]) =>
    broken('', invalid(name), { [`${name} ${what}`]: changing(name, edit) }),
  ),
);

const single = [
  ...broken('', ['header-missing', header(retryAfter)], {
    'A 429 has no Retry-After': changing(retryAfter, () => undefined),
  }),
  ...broken('', invalid(retryAfter), {
    'Retry-After is an ISO 8601 time': changing(retryAfter, () => '2037-01-01T00:00:00Z'),
    'Retry-After is an HTTP date': changing(retryAfter, () => 'Thu, 01 Jan 2037 00:00:00 GMT'),
    'Retry-After is the epoch second of the reset': changing(retryAfter, (_, headers) => String(headers[reset])),
  }),
  ...broken('', invalid(limit), {
    'X-RateLimit-Limit carries its window': changing(limit, (value) => `${value};w=60`),
  }),
  ...broken('', invalid(remaining), {
    'X-RateLimit-Remaining is a share of the limit': changing(remaining, (value) => `${value}/120`),
  }),
  ...broken('', invalid(reset), { 'X-RateLimit-Reset is an ISO 8601 time': changing(reset, iso) }),
  ...broken('', ['rate-limit-reset', header(reset)], {
    'X-RateLimit-Reset is in milliseconds': changing(reset, (value) => String(value * 1000)),
    'X-RateLimit-Reset is in microseconds': changing(reset, (value) => String(value * 1_000_000)),
    'X-RateLimit-Reset is in seconds from now': changing(reset, (value) => String(value % 60 || 60)),
  }),
];

const relations = [
  ...broken('', incoherent(remaining), {
    'X-RateLimit-Remaining is above the limit': changing(remaining, (_, headers) => String(Number(headers[limit]) + 5)),
    'X-RateLimit-Remaining never falls': changing(remaining, (_, headers) => String(Number(headers[limit]) - 1)),
    'X-RateLimit-Remaining counts what is used': changing(remaining, (value, headers) =>
      String(Number(headers[limit]) - value),
    ),
    'A 429 says that requests remain': sendingFor('limit', ({ headers }) => ({
      headers: { ...headers, [remaining]: '7' },
    })),
  }),
  ...broken('', incoherent(limit), {
    'X-RateLimit-Limit is 0 while requests are accepted': changing(limit, () => '0'),
  }),
  ...broken('', incoherent(reset), {
    'X-RateLimit-Reset lies an hour in the past': changing(reset, (value) => String(value - 3600)),
  }),
  ...broken('', incoherent(retryAfter), {
    'Retry-After reaches past X-RateLimit-Reset': changing(retryAfter, () => '3600'),
  }),
];

/** Headers that cannot be read, or that contradict each other. */
export const headers: readonly BrokenProvider[] = [...ofAll, ...single, ...relations];
