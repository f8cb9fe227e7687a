import {
  explaining,
  moving,
  on,
  refusing,
  refusingValues,
  sendingFor,
  startingFrom,
  withId,
  withHeaders,
  without,
} from '../changes.ts';
import { benign, type BenignProvider } from '../fleet.ts';
import { toUtc } from '../instant.ts';
import { Refusal, type Reason } from '../refusal.ts';
import { isObject, type Change } from '../steps.ts';

const writes = ['create', 'update'] as const;
const noStatus = 'The pages name no success status.';
const whichOf400 = 'When 422 and when 400 is sent is not said.';
const access = "The older portal's pages use 401 and 403 the other way round.";
const instead = (reason: Reason | 'success', status: number): Change => sendingFor(reason, () => ({ status }));

const statuses = [
  benign('create: a success has 200.', noStatus, on('create', instead('success', 200))),
  benign('update: a success has 201.', noStatus, on('update', instead('success', 201))),
  benign('A body that breaks its schema gets 400.', whichOf400, instead('body', 400)),
  benign('Malformed JSON gets 422.', whichOf400, instead('json', 422)),
  benign(
    'Another media type gets 415.',
    "It is HTTP's own status for it (RFC 9110); the pages do not speak of it.",
    instead('mediaType', 415),
  ),
  benign('Another media type gets 422.', whichOf400, instead('mediaType', 422)),
  benign(
    'An id that is no number gets 404.',
    'A router that knows only numbers finds nothing there; no page says what comes.',
    instead('id', 404),
  ),
  benign('An id that is no number gets 422.', whichOf400, instead('id', 422)),
  benign('A wrong key gets 403.', access, instead('key', 403)),
  benign('A key without permission gets 401.', access, instead('permission', 401)),
];

const bodies = [
  benign(
    'Errors have no fields but a message.',
    'Which fields are always present is not said [errors].',
    explaining(({ message, ...error }, { reason }) => ({
      error: reason === 'key' ? { message, ...error } : { message },
    })),
    { reported: 'error-field-missing' },
  ),
  benign(
    'param is missing where no field is at fault.',
    'Which fields are always present is not said [errors].',
    explaining(({ param, ...error }, { reason }) => ({ error: reason === 'body' ? { param, ...error } : error })),
  ),
  benign(
    'A message names a file and a line.',
    'Words about a place are no stack trace.',
    explaining((error) => ({
      error: { ...error, message: 'Look at line 3 (see errors.html:12), or ask at support@example.com.' },
    })),
  ),
  benign(
    'A message has angle brackets.',
    'Words about HTML are no page.',
    explaining((error) => ({ error: { ...error, message: 'Use <id> as in "/v2/<id>"; no <html> please.' } })),
  ),
  benign(
    'Messages are in Danish.',
    'No page says in which language they are.',
    explaining((error) => ({ error: { ...error, message: 'Ugyldig forespørgsel – prøv igen' } })),
  ),
  benign(
    'Errors have types and codes of their own.',
    'No page lists them all [errors].',
    explaining((error) => ({ error: { ...error, type: 'E', code: 'E-4711' } })),
  ),
];

const nulls = writes.flatMap((name) =>
  (['validFrom', 'validTo'] as const).map((field) =>
    benign(
      `${name}: null for ${field} counts as unset.`,
      'Whether null clears a field is not said.',
      on(name, (correct) => ({
        validate: (body, call) =>
          correct.validate(isObject(body) && body[field] === null ? without(body, field) : body, call),
        merge: (before, sent, call) => {
          const isCleared = /null/.test(call.body) && field === 'validTo' && !(field in sent);
          return isCleared ? without(correct.merge(before, sent, call), field) : correct.merge(before, sent, call);
        },
      })),
    ),
  ),
);

const refusingBodies =
  (
    isRefused: (
      body: Readonly<Record<string, unknown>>,
      after: Readonly<Record<string, unknown>>,
      now: number,
    ) => boolean,
  ): Change =>
  (correct) => ({
    validate: (body, call) => {
      const sent = correct.validate(body, call);
      if (isRefused(body as Readonly<Record<string, unknown>>, sent, correct.now())) throw new Refusal('body');
      return sent;
    },
  });

const known = new Set(['evseId', 'temporaryStatus', 'validFrom', 'validTo']);

const requests = [
  benign(
    'Unknown fields are refused.',
    'The pages do not say that a request may carry more.',
    refusingBodies((body) => Object.keys(body).some((name) => !known.has(name))),
  ),
  benign(
    'update: evseId is refused.',
    'Whether an update may carry it is not said.',
    on(
      'update',
      refusingBodies((body) => 'evseId' in body),
    ),
  ),
  benign(
    'An end that is not after the start is refused.',
    'It makes no sense; the pages do not speak of it.',
    refusingBodies(
      (_, { validFrom, validTo }) =>
        validFrom !== undefined &&
        validTo !== undefined &&
        Date.parse(String(validTo)) <= Date.parse(String(validFrom)),
    ),
  ),
  benign(
    'update: an end before the stored start is refused.',
    'It makes no sense; the pages do not speak of it.',
    on('update', ({ merge }) => ({
      merge: (before, sent, call) => {
        const { validFrom = '', validTo = '' } = merge(before, sent, call);
        if (Date.parse(validTo) <= Date.parse(validFrom)) throw new Refusal('body', { param: 'validTo' });
        return merge(before, sent, call);
      },
    })),
  ),
  benign(
    'A leap second is refused.',
    'It cannot be known ahead; none is announced.',
    refusingValues((_, value) => String(value).includes(':60')),
  ),
  benign(
    'No body is a body without fields.',
    'That an update sends one is assumed.',
    on('update', ({ parse }) => ({ parse: (text, call) => (text === '' ? {} : parse(text, call)) })),
  ),
  benign(
    'A merge patch may be sent.',
    'What a PATCH of another media type does is not said.',
    on('update', ({ isJson }) => ({ isJson: (type, call) => isJson(type?.replace('merge-patch+json', 'json'), call) })),
  ),
  benign(
    'Ids are read as JavaScript reads numbers.',
    'The page says number, not how one is written in a path.',
    on('update', ({ idOf }) => ({
      idOf: (segment, call) =>
        idOf(
          /^[\d.e+]+$/i.test(segment) && Number.isInteger(Number(segment)) ? String(Number(segment)) : segment,
          call,
        ),
    })),
  ),
  benign(
    'list: another value of activeOnly is refused.',
    'The page names no other value than true.',
    on('list', ({ select }) => ({
      select: (call) => {
        if (!['true', 'false', null].includes(call.query.get('activeOnly')))
          throw new Refusal('body', { param: 'activeOnly' });
        return select(call);
      },
    })),
  ),
  benign(
    'create: a second status at the same time is refused with 409.',
    'What happens when the EVSE already has one is not said.',
    on('create', ({ merge, records }) => ({
      merge: (before, sent, call) => {
        const after = merge(before, sent, call);
        const isTaken = [...records.values()].some(
          (record) =>
            record.evseId === after.evseId && record.validFrom === after.validFrom && record.validTo === after.validTo,
        );
        if (isTaken) throw new Refusal('conflict');
        return after;
      },
    })),
  ),
];

const fraction = (digits: number): Change =>
  moving((instant) => Math.floor(instant / 10 ** (3 - digits)) * 10 ** (3 - digits));
const unsentStart = (startOf: (now: number) => number): Change =>
  on('update', ({ merge, now }) => ({
    merge: (before, sent, call) =>
      merge({ ...before, ...(!('validFrom' in sent) && { validFrom: toUtc(startOf(now())) }) }, sent, call),
  }));
const moves = '"If unset, the current date and time will be used" [endpoint] can mean this.';

const records = [
  benign(
    'update: a start that is not sent moves to now.',
    moves,
    unsentStart((now) => now),
  ),
  benign(
    'update: a start that is not sent moves to now, to the second.',
    moves,
    unsentStart((now) => Math.floor(now / 1000) * 1000),
  ),
  benign(
    'update: a start that is not sent moves to now, by a slow clock.',
    'Clocks differ; this one is a minute behind.',
    unsentStart((now) => now - 60_000),
  ),
  benign('Times are stored to the second.', 'How fine they are is not said.', fraction(0)),
  benign('Times are stored to a tenth of a second.', 'How fine they are is not said.', fraction(1)),
  benign(
    'Times are rounded to the nearest second.',
    'How fine they are is not said.',
    moving((instant) => Math.round(instant / 1000) * 1000),
  ),
  benign(
    'An EVSE ID has another form.',
    'The pages give examples and no pattern.',
    startingFrom((record) => ({ ...record, evseId: 'DK.12343*1 ÆØÅ/?&#+%' })),
  ),
  benign(
    'The record has the largest safe id.',
    'Ids are numbers; no page gives a bound.',
    withId(Number.MAX_SAFE_INTEGER),
    { options: { id: Number.MAX_SAFE_INTEGER } },
  ),
  benign('The record has an id beyond 32 bits.', 'Ids are numbers; no page gives a bound.', withId(2 ** 32 + 43), {
    options: { id: 2 ** 32 + 43 },
  }),
  benign('The record has the id 0.', 'Ids are numbers; no page gives a bound.', withId(0), {
    options: { id: 0 },
  }),
  benign(
    'Created ids do not follow one another.',
    'No page says how they are given.',
    on('create', ({ records: all }) => ({ nextId: () => 1_000_003 + ((all.size * 7919) % 1_000_000) })),
  ),
  benign(
    'create: the start that was not sent has a clock a minute ahead.',
    'Clocks differ.',
    on('create', ({ merge, now }) => ({
      merge: (before, sent, call) => merge({ ...before, validFrom: toUtc(now() + 60_000) }, sent, call),
    })),
    { options: { allowVisible: true } },
  ),
  benign(
    'The active list holds statuses that have not started.',
    'What "active" means is not documented.',
    ({ now }) => ({ isActive: ({ validTo }) => validTo === undefined || Date.parse(validTo) > now() }),
    { options: { allowVisible: true } },
  ),
  benign(
    'A status that ended is deleted a day later.',
    '"Clears by itself at the end" [guide] can mean this.',
    ({ select }) => ({ select: (call) => select(call).filter(({ id }) => id !== 57) }),
  ),
];

const noHeaders = {
  'X-RateLimit-Limit': undefined,
  'X-RateLimit-Remaining': undefined,
  'X-RateLimit-Reset': undefined,
};
const whichHave = 'Which responses carry the headers is not said [limits].';

const limits = [
  benign(
    'No response has rate-limit headers.',
    whichHave,
    withHeaders(() => noHeaders),
  ),
  benign(
    'Refusals have no rate-limit headers.',
    whichHave,
    refusing(({ headers }) => ({ headers: { ...headers, ...noHeaders } })),
  ),
  benign(
    'Successes have no rate-limit headers.',
    whichHave,
    sendingFor('success', ({ headers }) => ({ headers: { ...headers, ...noHeaders } })),
  ),
  benign(
    'Only X-RateLimit-Limit is sent.',
    whichHave,
    withHeaders(({ 'X-RateLimit-Limit': limit }) => ({ ...noHeaders, 'X-RateLimit-Limit': limit })),
  ),
  benign('The limit is higher.', "The vendor's support can raise it [limits].", () => ({
    limits: { read: 6000, write: 1200 },
  })),
  benign('The limit is one for reads and writes, at 120.', 'The older portal has it so [limits].', () => ({
    limits: { read: 120, write: 120 },
  })),
  benign(
    'Retry-After is 0.',
    'The window may end at this very moment.',
    sendingFor('limit', ({ headers }) => ({ headers: { ...headers, 'Retry-After': '0' } })),
  ),
  benign(
    'The window is an hour.',
    'Only the default is documented [limits].',
    withHeaders(({ 'X-RateLimit-Reset': reset }) =>
      reset === undefined ? undefined : { 'X-RateLimit-Reset': String(Number(reset) + 3540) },
    ),
  ),
];

/** What the vendor's pages leave open. */
export const leftOpen: readonly BenignProvider[] = [
  ...statuses,
  ...bodies,
  ...nulls,
  ...requests,
  ...records,
  ...limits,
];
