import type { components } from '../../../generated/types.ts';
import {
  REFUSALS,
  explaining,
  merging,
  sending,
  sendingAt,
  startingFrom,
  withHeaders,
  type BenignProvider,
} from '../control.ts';
import { isObject } from '../steps.ts';

type UpdateBody = components['schemas']['TemporaryEvseStatusUpdate'];

const known: readonly string[] = ['temporaryStatus', 'validFrom', 'validTo'] satisfies (keyof UpdateBody)[];

/** What the vendor's pages leave open. */
export const leftOpen: readonly BenignProvider[] = [
  {
    name: 'validFrom moves to now when left out',
    because: '"If unset, the current date and time will be used" [endpoint] can mean this.',
    change: merging((after, sent) => ('validFrom' in sent ? after : { ...after, validFrom: new Date().toISOString() })),
  },
  {
    name: 'validFrom moves to now, by a slow clock',
    because: 'Clocks differ; this one is ten minutes behind.',
    change: merging((after, sent) =>
      'validFrom' in sent ? after : { ...after, validFrom: new Date(Date.now() - 600_000).toISOString() },
    ),
  },
  {
    name: '400 for 422',
    because: 'When 422 and when 400 is answered is not said.',
    change: sendingAt(422, () => ({ status: 400 })),
  },
  {
    name: '422 for 400',
    because: 'When 422 and when 400 is answered is not said.',
    change: sendingAt(400, () => ({ status: 422 })),
  },
  {
    name: '415 for a media type',
    because: "HTTP's own status for it (RFC 9110); the pages do not speak of it.",
    change: ({ isJson }) => ({
      finish: (answer, { headers }) =>
        answer.status === 400 && !isJson(headers['content-type']) ? { ...answer, status: 415 } : answer,
    }),
  },
  {
    name: '404 for an id that is no number',
    because: 'A router that knows only numbers finds nothing there; no page says what is answered.',
    change: sendingAt(400, (_, { path }) => (/\/\d+$/.test(path) ? {} : { status: 404 })),
  },
  {
    name: 'an envelope without fields',
    because: 'Which fields are always present is not said.',
    change: explaining(() => ({ error: {} })),
  },
  {
    name: 'a message alone in the envelope',
    because: 'Which fields are always present is not said.',
    change: explaining(({ message }) => ({ error: { message } })),
  },
  {
    name: 'a message with a file in it',
    because: 'Words about a place are no stack trace.',
    change: explaining((error) => ({
      error: { ...error, message: 'Look at line 3 (see errors.html:12), or ask at support@example.com.' },
    })),
  },
  {
    name: 'a message in Danish',
    because: 'No page says in which language messages are.',
    change: explaining((error) => ({ error: { ...error, message: 'Ugyldig forespørgsel – prøv igen' } })),
  },
  {
    name: 'unknown fields are refused',
    because: 'The pages do not say that a request may carry more.',
    change: ({ faultOf }) => ({
      faultOf: (body) =>
        faultOf(body) ??
        (Object.keys(body as object).every((name) => known.includes(name))
          ? undefined
          : { status: 422, type: 'invalid_request', code: 'unknown_field', message: 'There is no such field.' }),
    }),
  },
  {
    name: 'an end before the start is refused',
    because: 'It makes no sense; the pages do not speak of it.',
    change: ({ merge, faultOf }) => ({
      faultOf: (body, record) => {
        const fault = faultOf(body);
        if (fault !== undefined || record === undefined || !isObject(body)) return fault;
        const { validFrom = '', validTo = '' } = merge(record, body);
        return Date.parse(validTo) <= Date.parse(validFrom)
          ? { status: 422, type: 'invalid_request', code: 'end_before_start', message: 'It ends before it begins.' }
          : undefined;
      },
    }),
  },
  {
    name: 'times in the past are refused',
    because: 'What is over cannot be shown; the pages do not speak of it. The record cannot be brought back then.',
    change: ({ instantOf, faultOf }) => ({
      faultOf: (body) => {
        const fault = faultOf(body);
        const { validTo } = isObject(body) ? body : {};
        return fault === undefined && validTo !== undefined && (instantOf(validTo) ?? 0) < Date.now()
          ? { status: 422, type: 'invalid_request', code: 'already_over', message: 'It ends in the past.' }
          : fault;
      },
    }),
  },
  {
    name: 'others use the key too',
    because: 'A limit is for a key, whoever uses it; the header says that nothing is left, and the check has to wait.',
    change: () => {
      let count = 0;
      return {
        finish: (answer) => {
          count += 1;
          const reset = String(Math.ceil(Date.now() / 1000) + 30);
          return count === 20
            ? { ...answer, ...withHeaders(answer, { 'X-RateLimit-Remaining': '0', 'X-RateLimit-Reset': reset }) }
            : answer;
        },
      };
    },
  },
  {
    name: 'an empty body for {}',
    because: 'That a body has to be sent is assumed.',
    change: ({ parse }) => ({ parse: (text) => (text === '' ? {} : parse(text)) }),
  },
  {
    name: 'an empty body needs no media type',
    because: 'That a body has to be sent is assumed.',
    change: ({ parse, isJson }) => ({
      isJson: (type) => type === undefined || isJson(type),
      parse: (text) => (text === '' ? {} : parse(text)),
    }),
  },
  {
    name: 'ids read as numbers are in JavaScript',
    because: 'The page says number, not how a number is written in a path.',
    change: ({ idOf }) => ({
      idOf: (segment) => {
        try {
          const id = Number(decodeURIComponent(segment));
          return Number.isFinite(id) ? id : undefined;
        } catch {
          return idOf(segment);
        }
      },
    }),
  },
  {
    name: 'whole seconds',
    because: 'How fine times are stored is not said.',
    change: ({ instantOf }) => ({
      instantOf: (value) => {
        const instant = instantOf(value);
        return instant === undefined ? undefined : Math.floor(instant / 1000) * 1000;
      },
    }),
  },
  {
    name: 'no leap seconds',
    because: 'A leap second cannot be known ahead; none is announced.',
    change: ({ instantOf }) => ({
      instantOf: (value) => (String(value).includes(':60') ? undefined : instantOf(value)),
    }),
  },
  {
    name: 'no rate-limit headers',
    because: 'The document does not require them.',
    change: sending((answer) =>
      withHeaders(answer, {
        'X-RateLimit-Limit': undefined,
        'X-RateLimit-Remaining': undefined,
        'X-RateLimit-Reset': undefined,
      }),
    ),
  },
  {
    name: 'a reset with a fraction',
    because: 'That the headers are whole numbers is assumed.',
    change: sending((answer) =>
      withHeaders(answer, { 'X-RateLimit-Reset': `${Math.ceil(Date.now() / 1000) + 60}.25` }),
    ),
  },
  {
    name: 'Retry-After 0',
    because: 'The window may end at this very moment.',
    change: sendingAt(429, (answer) => withHeaders(answer, { 'Retry-After': '0' })),
  },
  {
    name: 'an EVSE ID of another form',
    because: 'The pages give one example and no pattern.',
    change: startingFrom((record) => ({ ...record, evseId: 'DKSPIE1234ÆØÅ' })),
  },
  {
    name: 'a merge patch may be sent',
    because: 'What a PATCH of another media type does is not said.',
    change: ({ isJson }) => ({
      isJson: (type) => isJson(type?.replace('merge-patch+json', 'json')),
    }),
  },
  {
    name: 'a record without a period',
    because: 'validFrom and validTo are optional.',
    change: startingFrom(({ id, temporaryStatus, evseId }) => ({ id, temporaryStatus, evseId })),
  },
  {
    name: 'a higher limit',
    because: 'A key may be allowed more than the page says.',
    change: sending((answer) => withHeaders(answer, { 'X-RateLimit-Limit': '600', 'X-RateLimit-Remaining': '599' })),
  },
  {
    name: 'refusals without rate-limit headers',
    because: 'The document does not require them.',
    change: sendingAt(REFUSALS, (answer) =>
      withHeaders(answer, {
        'X-RateLimit-Limit': undefined,
        'X-RateLimit-Remaining': undefined,
        'X-RateLimit-Reset': undefined,
      }),
    ),
  },
];
