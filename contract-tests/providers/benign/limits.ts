import { withHeaders } from '../changes.ts';
import { allowed, type BenignProvider } from '../fleet.ts';
import type { Change } from '../steps.ts';

const remaining = 'X-RateLimit-Remaining';

/** Rate-limit headers of a shared quota; `others` says how many requests of others count in addition to those of the run. */
const shared = (others: (own: number) => number): Change =>
  withHeaders((headers) => {
    const [limit, left] = [Number(headers['X-RateLimit-Limit']), Number(headers[remaining])];
    if (headers[remaining] === undefined || left === 0) return undefined;
    return { [remaining]: String(Math.max(1, left - others(limit - left))) };
  });

const without = { 'X-RateLimit-Limit': undefined, 'X-RateLimit-Remaining': undefined, 'X-RateLimit-Reset': undefined };

/** What the pages leave open about rate limits. */
export const limits: readonly BenignProvider[] = [
  ...allowed('Which responses carry the headers is not said [limits].', {
    'No response has rate-limit headers': withHeaders(() => without),
    'Refusals have no rate-limit headers': withHeaders((_, { because }) =>
      because === 'success' ? undefined : without,
    ),
    'Successes have no rate-limit headers': withHeaders((_, { because }) =>
      because === 'success' ? without : undefined,
    ),
    'Only X-RateLimit-Limit is sent': withHeaders((headers) => ({
      ...without,
      'X-RateLimit-Limit': headers['X-RateLimit-Limit'],
    })),
  }),
  ...allowed("The vendor's support can raise the limits, and the older portal names another one [limits].", {
    'The limits are ten times as high': () => ({ limits: { read: 6000, write: 1200 } }),
    'Reads have the limit of writes': () => ({ limits: { read: 120, write: 120 } }),
  }),
  ...allowed('A limit is for a key, whoever uses it: their requests count, and leave a window that slides [limits].', {
    'A neighbour sends two requests between two of the run': shared((own) => 2 * own),
    'A neighbour sends many requests now and then': shared((own) => 25 * Math.floor(own / 10)),
    'Forty requests of a neighbour leave the window, one for each of the run': shared((own) => Math.max(0, 40 - own)),
    'Forty requests of a neighbour leave the window, two for each of the run': shared((own) =>
      Math.max(0, 40 - 2 * own),
    ),
  }),
  ...allowed('The window may end at this very moment.', {
    'Retry-After is 0': withHeaders((headers) =>
      headers['Retry-After'] === undefined ? undefined : { 'Retry-After': '0' },
    ),
  }),
  ...allowed('Only the default window is documented [limits].', {
    'The window is an hour': withHeaders(({ 'X-RateLimit-Reset': reset }) =>
      reset === undefined ? undefined : { 'X-RateLimit-Reset': String(Number(reset) + 3540) },
    ),
  }),
];
