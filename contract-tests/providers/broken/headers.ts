import { sending, sendingAt, withHeaders, type BrokenProvider } from '../control.ts';
import { header, response, updated } from '../places.ts';

const schema = (name: string) => ({ rule: 'header-schema', at: header(name) });
const reset = { rule: 'rate-limit-reset', at: header('X-RateLimit-Reset') };

const withHeader = (name: string, value: string) => sending((answer) => withHeaders(answer, { [name]: value }));
const retryAfter = (value: string | undefined) =>
  sendingAt(429, (answer) => withHeaders(answer, { 'Retry-After': value }));

/** Headers that are missing or cannot be read. */
export const headers: readonly BrokenProvider[] = [
  {
    name: '429 without Retry-After',
    fault: 'A key without quota is not told when to come again.',
    found: { rule: 'header-required', at: header('Retry-After') },
    change: retryAfter(undefined),
  },
  {
    name: 'Retry-After in words',
    fault: 'Retry-After is a word.',
    found: schema('Retry-After'),
    change: retryAfter('soon'),
  },
  {
    name: 'Retry-After with a unit',
    fault: 'Retry-After has a unit behind its number.',
    found: schema('Retry-After'),
    change: retryAfter('12s'),
  },
  {
    name: 'Retry-After negative',
    fault: 'Retry-After lies in the past.',
    found: schema('Retry-After'),
    change: retryAfter('-5'),
  },
  {
    name: 'Retry-After empty',
    fault: 'Retry-After has no value.',
    found: schema('Retry-After'),
    change: retryAfter(''),
  },
  {
    name: 'Retry-After as a timestamp',
    fault: 'Retry-After is an ISO 8601 time, which neither the document nor HTTP knows.',
    found: schema('Retry-After'),
    change: retryAfter('2037-04-23T10:00:00Z'),
  },
  {
    name: 'Retry-After in epoch seconds',
    fault: 'Retry-After is the time at which the window ends, not how long that is.',
    found: schema('Retry-After'),
    change: retryAfter('1779198300'),
  },
  {
    name: 'Retry-After as an HTTP date',
    fault: 'Retry-After is a date, as HTTP allows; the page says seconds.',
    found: schema('Retry-After'),
    change: retryAfter('Thu, 23 Apr 2037 10:00:00 GMT'),
  },
  {
    name: 'X-RateLimit-Limit in words',
    fault: 'The limit is a word.',
    found: schema('X-RateLimit-Limit'),
    change: withHeader('X-RateLimit-Limit', 'unlimited'),
  },
  {
    name: 'X-RateLimit-Limit with its window',
    fault: 'The limit carries its window, as in a draft of the IETF.',
    found: schema('X-RateLimit-Limit'),
    change: withHeader('X-RateLimit-Limit', '120;w=60'),
  },
  {
    name: 'X-RateLimit-Remaining as a share',
    fault: 'What is left is told as a part of the whole.',
    found: schema('X-RateLimit-Remaining'),
    change: withHeader('X-RateLimit-Remaining', '119/120'),
  },
  {
    name: 'X-RateLimit-Remaining unreadable at 404',
    fault: 'What is left cannot be read in the answer to an unknown id.',
    found: schema('X-RateLimit-Remaining'),
    change: sendingAt(404, (answer) => withHeaders(answer, { 'X-RateLimit-Remaining': 'NaN' })),
  },
  {
    name: 'X-RateLimit-Reset as a timestamp',
    fault: 'The end of the window is an ISO 8601 time.',
    found: schema('X-RateLimit-Reset'),
    change: withHeader('X-RateLimit-Reset', '2037-04-23T10:00:00Z'),
  },
  {
    name: 'X-RateLimit-Reset in milliseconds',
    fault: 'The end of the window is in epoch milliseconds.',
    found: reset,
    change: sending((answer) => withHeaders(answer, { 'X-RateLimit-Reset': String(Date.now() + 60_000) })),
  },
  {
    name: 'X-RateLimit-Reset from now',
    fault: 'The end of the window is told in seconds from now.',
    found: reset,
    change: withHeader('X-RateLimit-Reset', '60'),
  },
  {
    name: 'no media type',
    fault: 'The record comes without a Content-Type.',
    found: { rule: 'media-type', at: `${updated}/content` },
    change: sendingAt(200, (answer) => withHeaders(answer, { 'Content-Type': undefined })),
  },
  {
    name: 'no media type at 422',
    fault: 'The refusal of a bad field comes without a Content-Type.',
    found: { rule: 'media-type', at: `${response('ValidationFailed')}/content` },
    change: sendingAt(422, (answer) => withHeaders(answer, { 'Content-Type': undefined })),
  },
];
