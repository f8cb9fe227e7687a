import { renamed, sending, sendingFor, showing, withHeaders, withTimes } from '../changes.ts';
import { allowed, type BenignProvider } from '../fleet.ts';
import type { Change } from '../steps.ts';

const times = (edit: (iso: string) => string): Change =>
  showing((record) => withTimes(record, (instant) => edit(instant.toISOString())));
/** The same instant at another offset, except on the last day of 9999, which an offset could exceed. */
const atOffset = (offset: string, minutes: number) =>
  times((iso) =>
    iso.startsWith('9999-12-31')
      ? iso
      : new Date(Date.parse(iso) + minutes * 60_000).toISOString().replace('Z', offset),
  );

/** Changes the text of every body. */
const text =
  (edit: (text: string) => string): Change =>
  ({ write }) => ({ write: (body, outcome, call) => edit(String(write(body, outcome, call))) });
const mediaType = (type: string) => withHeaders(() => ({ 'Content-Type': type }));
const names = (edit: (name: string) => string) =>
  sending(({ headers }) => ({ headers: renamed(headers, edit) as typeof headers }));

/** The same responses in other spellings that RFC 3339, JSON and HTTP allow. */
export const spelling: readonly BenignProvider[] = [
  ...allowed('It is the same instant, in RFC 3339; clients compare instants.', {
    'Times have the offset +01:00': atOffset('+01:00', 60),
    'Times have the offset -04:30': atOffset('-04:30', -270),
    'Times have the offset +00:00': times((iso) => iso.replace('Z', '+00:00')),
    'Times have the offset -00:00': times((iso) => iso.replace('Z', '-00:00')),
    'Times always have milliseconds': times((iso) => iso),
    'Times have nine digits of fraction': times((iso) => iso.replace('Z', '000000Z')),
    'Times have a fraction without zeros at its end': times((iso) => iso.replace(/\.?0+Z/, 'Z')),
    'Times have t and z in lower case': times((iso) => iso.toLowerCase()),
  }),
  ...allowed('It is the same JSON value (RFC 8259).', {
    'Fields come in another order': showing((record) => Object.fromEntries(Object.entries(record).reverse())),
    'JSON is indented': text((json) => `\r\n${JSON.stringify(JSON.parse(json), null, '\t')}\n`),
    'Characters are escaped': text((json) => json.replaceAll('*', '\\u002a').replaceAll('/', '\\/')),
    'Whole numbers have a point': text((json) => json.replace(/"id":(\d+)/g, '"id":$1.0')),
    'Numbers have an exponent': text((json) => json.replace(/"id":(\d+)/g, '"id":$1e0')),
  }),
  ...allowed('No page speaks of an order of the list.', {
    'A list comes in another order': ({ select }) => ({ select: (call) => [...select(call)].reverse() }),
    'A list comes in another order each time': ({ select }) => {
      let count = 0;
      return { select: (call) => ((count += 1) % 2 === 0 ? select(call) : [...select(call)].reverse()) };
    },
  }),
  ...allowed('A media type has no case and may have parameters; JSON is UTF-8 anyway (RFC 9110, RFC 8259).', {
    'The media type has a charset': mediaType('application/json; charset=utf-8'),
    'The charset is quoted, in capitals': mediaType('application/json;charset="UTF-8"'),
    'The media type has another parameter': mediaType('application/json; profile="https://api.spirii.com/v2"'),
    'The media type is written in capitals': mediaType('Application/JSON'),
  }),
  ...allowed('Header names have no case (RFC 9110).', {
    'Header names are in lower case': names((name) => name.toLowerCase()),
    'Header names are in capitals': names((name) => name.toUpperCase()),
  }),
  ...allowed('These headers belong to HTTP, not to the contract.', {
    "HTTP's own headers are sent": withHeaders(() => ({
      ETag: 'W/"42-7"',
      'Cache-Control': 'no-store',
      'Access-Control-Allow-Origin': '*',
      'Strict-Transport-Security': 'max-age=31536000',
      Server: 'nginx',
      Vary: 'Origin',
    })),
    'Cookies are set': withHeaders(() => ({ 'Set-Cookie': ['lb=1; Path=/', 'trace=2; Secure'] })),
    'A 401 has a challenge': sendingFor('key', ({ headers }) => ({
      headers: { ...headers, 'WWW-Authenticate': 'Bearer' },
    })),
    'A created status has a Location': sending(({ status, headers }) =>
      status === 201 ? { headers: { ...headers, Location: '/v2/temporary-evse-statuses/7' } } : undefined,
    ),
  }),
];
