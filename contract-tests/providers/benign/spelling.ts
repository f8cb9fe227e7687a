import { gzipSync } from 'node:zlib';
import { both, renamed, sending, showing, withHeaders, withTimes, writingFor } from '../changes.ts';
import { benign, type BenignProvider } from '../fleet.ts';
import type { Change } from '../steps.ts';

const timesAs = (edit: (iso: string, instant: Date) => string): Change =>
  showing((record) => withTimes(record, (instant) => edit(instant.toISOString(), instant)));
const sameInstant = 'It is the same instant, in RFC 3339; clients compare instants.';

const times = [
  benign(
    'Times have the offset +01:00.',
    sameInstant,
    timesAs((_, instant) => new Date(instant.getTime() + 3_600_000).toISOString().replace('Z', '+01:00')),
  ),
  benign(
    'Times have the offset -04:30.',
    sameInstant,
    timesAs((_, instant) => new Date(instant.getTime() - 4.5 * 3_600_000).toISOString().replace('Z', '-04:30')),
  ),
  benign(
    'Times have the offset +00:00.',
    sameInstant,
    timesAs((iso) => iso.replace('Z', '+00:00')),
  ),
  benign(
    'Times have the offset -00:00.',
    sameInstant,
    timesAs((iso) => iso.replace('Z', '-00:00')),
  ),
  benign(
    'Times always have milliseconds.',
    sameInstant,
    timesAs((iso) => iso),
  ),
  benign(
    'Times have nine digits of fraction.',
    sameInstant,
    timesAs((iso) => iso.replace('Z', '000000Z')),
  ),
  benign(
    'Times have a fraction without zeros at its end.',
    sameInstant,
    timesAs((iso) => iso.replace(/\.?0+Z/, 'Z')),
  ),
  benign(
    'Times have t and z in lower case.',
    sameInstant,
    timesAs((iso) => iso.toLowerCase()),
  ),
];

const everyText = (edit: (text: string) => string): Change =>
  both(writingFor('success', edit), ({ write }) => ({
    write: (body, outcome, call) =>
      outcome.because === 'success' ? write(body, outcome, call) : edit(String(write(body, outcome, call))),
  }));

const json = [
  benign(
    'Fields come in another order.',
    'The members of an object have no order.',
    showing((record) => Object.fromEntries(Object.entries(record).reverse())),
  ),
  benign(
    'JSON is indented.',
    'White space between tokens says nothing.',
    everyText((text) => `\r\n${JSON.stringify(JSON.parse(text), null, '\t')}\n`),
  ),
  benign(
    'Characters are escaped.',
    'A character and its escape are the same.',
    everyText((text) => text.replaceAll('*', '\\u002a').replaceAll('/', '\\/')),
  ),
  benign(
    'Whole numbers have a point.',
    '42.0 is the number 42.',
    everyText((text) => text.replace(/"id":(\d+)/g, '"id":$1.0')),
  ),
  benign(
    'Numbers have an exponent.',
    '42e0 is the number 42.',
    everyText((text) => text.replace(/"id":(\d+)/g, '"id":$1e0')),
  ),
  benign('A list comes in another order.', 'No page speaks of an order.', ({ select }) => ({
    select: (call) => [...select(call)].reverse(),
  })),
  benign('A list comes in another order each time.', 'No page speaks of an order.', ({ select }) => {
    let count = 0;
    return { select: (call) => (count++ % 2 === 0 ? select(call) : [...select(call)].reverse()) };
  }),
];

const mediaType = (type: string): Change =>
  sending(({ headers }) => ({ headers: { ...headers, 'Content-Type': type } }));

const http = [
  benign(
    'The media type has a charset.',
    'Parameters are allowed; JSON is UTF-8 anyway.',
    mediaType('application/json; charset=utf-8'),
  ),
  benign(
    'The charset is quoted, in capitals.',
    'Parameters may be quoted, and a charset has no case.',
    mediaType('application/json;charset="UTF-8"'),
  ),
  benign(
    'The media type has another parameter.',
    'A reader ignores parameters that it does not know (RFC 9110).',
    mediaType('application/json; profile="https://api.spirii.com/v2"'),
  ),
  benign(
    'The media type is written in capitals.',
    'Media types have no case (RFC 9110).',
    mediaType('Application/JSON'),
  ),
  benign(
    'Header names are in lower case.',
    'Header names have no case (RFC 9110).',
    sending(({ headers }) => ({ headers: renamed(headers, (name) => name.toLowerCase()) as typeof headers })),
  ),
  benign(
    'Header names are in capitals.',
    'Header names have no case (RFC 9110).',
    sending(({ headers }) => ({ headers: renamed(headers, (name) => name.toUpperCase()) as typeof headers })),
  ),
  benign(
    "HTTP's own headers are sent.",
    'They belong to HTTP, not to the contract.',
    withHeaders(() => ({
      ETag: 'W/"42-7"',
      'Cache-Control': 'no-store',
      'Access-Control-Allow-Origin': '*',
      'Strict-Transport-Security': 'max-age=31536000',
      Server: 'nginx',
      Vary: 'Origin',
    })),
  ),
  benign(
    'A cookie is set.',
    'Load balancers do; nothing depends on it.',
    withHeaders(() => ({ 'Set-Cookie': ['lb=1; Path=/', 'trace=2; Secure'] })),
  ),
  benign(
    'A 401 has a challenge.',
    'RFC 9110 asks for it.',
    sending(({ status, headers }) =>
      status === 401 ? { headers: { ...headers, 'WWW-Authenticate': 'Bearer realm="api"' } } : undefined,
    ),
  ),
  benign(
    'A success of a create has a Location.',
    'RFC 9110 suggests it for 201.',
    sending(({ status, headers }) =>
      status === 201 ? { headers: { ...headers, Location: '/v2/temporary-evse-statuses/7' } } : undefined,
    ),
  ),
  benign(
    'Each response has a request id in a header.',
    'New headers are not breaking.',
    withHeaders((_, { because }) => ({ 'X-Request-Id': `req_${because}` })),
    { reported: 'unknown-header' },
  ),
];

/** Sent over a socket: what `fetch` in the same process does not show. */
export const OVER_SOCKETS: readonly BenignProvider[] = [
  benign('Bodies are compressed where that is asked for.', 'Accept-Encoding allows it.', (correct) =>
    both(
      ({ write }) => ({
        write: (body, outcome, call) =>
          outcome.headers['Content-Encoding'] === 'gzip'
            ? gzipSync(write(body, outcome, call))
            : write(body, outcome, call),
      }),
      sending(({ headers }, call) =>
        /gzip/.test(String(call.headers.find(([name]) => /^accept-encoding$/i.test(name))?.[1]))
          ? { headers: { ...headers, 'Content-Encoding': 'gzip' } }
          : undefined,
      ),
    )(correct),
  ),
  benign(
    'Bodies come in chunks.',
    'A response need not say how long it is.',
    withHeaders(() => ({ 'Transfer-Encoding': 'chunked' })),
  ),
  benign(
    'Every connection ends after one response.',
    'A server may end it.',
    withHeaders(() => ({ Connection: 'close' })),
  ),
];

/** The same responses, spelt as RFC 3339, JSON and HTTP allow. */
export const spelling: readonly BenignProvider[] = [...times, ...json, ...http];
