import { gzipSync } from 'node:zlib';
import { setTimeout as sleep } from 'node:timers/promises';
import { sending, sendingAt, showing, withHeaders, type BenignProvider } from '../control.ts';

const typed = (type: string) => sending((answer) => withHeaders(answer, { 'Content-Type': type }));
const rewritten = (write: (text: string) => string) => sending(({ body }) => ({ body: write(String(body)) }));

/** Writes the times of the record another way. */
const writing = (write: (instant: Date) => string) =>
  showing((body) =>
    Object.fromEntries(
      Object.entries(body).map(([name, value]) => [
        name,
        name.startsWith('valid') ? write(new Date(String(value))) : value,
      ]),
    ),
  );

/** The same answers, spelt as RFC 3339, JSON and HTTP allow. */
export const spelling: readonly BenignProvider[] = [
  {
    name: 'times with an offset',
    because: 'The same instant; clients compare instants.',
    change: writing((instant) => new Date(instant.getTime() + 3_600_000).toISOString().replace(/(\.000)?Z$/, '+01:00')),
  },
  {
    name: 'times with milliseconds',
    because: 'The same instant.',
    change: writing((instant) => instant.toISOString()),
  },
  {
    name: 'times with six digits and +00:00',
    because: 'The same instant.',
    change: writing((instant) => instant.toISOString().replace('Z', '000+00:00')),
  },
  {
    name: 'times in lower case',
    because: 'RFC 3339 allows t and z.',
    change: writing((instant) => instant.toISOString().toLowerCase()),
  },
  {
    name: 'fields in another order',
    because: 'The members of an object have no order.',
    change: showing((body) => Object.fromEntries(Object.entries(body).reverse())),
  },
  {
    name: 'indented JSON',
    because: 'Whitespace between tokens says nothing.',
    change: rewritten((text) => `\r\n${JSON.stringify(JSON.parse(text), null, '\t')}\n`),
  },
  {
    name: 'escaped JSON',
    because: 'A character and its escape are the same.',
    change: rewritten((text) => text.replaceAll('*', '\\u002a').replaceAll('/', '\\/')),
  },
  {
    name: 'id with a point',
    because: '42.0 is the number 42.',
    change: sendingAt(200, ({ body }) => ({ body: String(body).replace(/"id":(\d+)/, '"id":$1.0') })),
  },
  {
    name: 'a charset',
    because: 'Parameters of a media type are allowed; JSON is UTF-8 anyway.',
    change: typed('application/json; charset=utf-8'),
  },
  {
    name: 'a quoted charset in capitals',
    because: 'Parameters may be quoted, and a charset has no case.',
    change: typed('application/json;charset="UTF-8"'),
  },
  {
    name: 'another parameter of the media type',
    because: 'Parameters that a reader does not know are ignored (RFC 9110).',
    change: typed('application/json; profile="https://api.spirii.com/v2"'),
  },
  {
    name: 'a media type in capitals',
    because: 'Media types have no case (RFC 9110).',
    change: typed('Application/JSON'),
  },
  {
    name: 'chunks',
    because: 'An answer need not say how long it is.',
    change: sending((answer) => withHeaders(answer, { 'Transfer-Encoding': 'chunked' })),
  },
  {
    name: 'gzip where it is asked for',
    because: 'Accept-Encoding allows it.',
    change: sending((answer, { headers }) =>
      headers['accept-encoding']?.toString().includes('gzip') === true
        ? {
            ...withHeaders(answer, { 'Content-Encoding': 'gzip', Vary: 'Accept-Encoding' }),
            body: gzipSync(answer.body),
          }
        : undefined,
    ),
  },
  {
    name: 'a new connection each time',
    because: 'A server may end the connection after each answer.',
    change: sending((answer) => withHeaders(answer, { Connection: 'close' })),
  },
  {
    name: "HTTP's own headers",
    because: 'They belong to HTTP, not to the contract.',
    change: sending((answer) =>
      withHeaders(answer, {
        ETag: 'W/"42-7"',
        'Cache-Control': 'no-store',
        'Access-Control-Allow-Origin': '*',
        'Strict-Transport-Security': 'max-age=31536000',
        Server: 'nginx',
      }),
    ),
  },
  {
    name: 'a challenge with 401',
    because: 'RFC 9110 asks for it.',
    change: sendingAt(401, (answer) => withHeaders(answer, { 'WWW-Authenticate': 'Bearer realm="api"' })),
  },
  {
    name: 'slow answers',
    because: 'No page says how fast an answer is.',
    change: () => ({
      finish: async (answer) => {
        await sleep(20);
        return answer;
      },
    }),
  },
];
