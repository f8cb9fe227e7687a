import { withHeaders } from '../changes.ts';
import { allowed, type BenignProvider } from '../fleet.ts';

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
