import { explaining, instead, on, refusingValues, without } from '../changes.ts';
import { allowed, type BenignProvider } from '../fleet.ts';
import { Refusal } from '../refusal.ts';
import type { Change, Fields } from '../steps.ts';
import { isObject } from '../../support/document.ts';

const statuses = [
  ...allowed('The pages name no success status.', { 'A create has 200': on('create', instead('success', 200)) }),
  ...allowed('When 422 and when 400 is sent is not said [errors].', {
    'A body that breaks its schema gets 400': instead('body', 400),
    'Malformed JSON gets 422': instead('json', 422),
    'Another media type gets 422': instead('mediaType', 422),
    'An id that is no number gets 422': instead('id', 422),
  }),
  ...allowed("It is HTTP's own status for it (RFC 9110); the pages do not speak of it.", {
    'Another media type gets 415': instead('mediaType', 415),
    'An id that is no number gets 404': instead('id', 404),
  }),
  ...allowed("The older portal's pages use 401 and 403 the other way round.", {
    'A wrong key gets 403': instead('key', 403),
    'A key without permission gets 401': instead('permission', 401),
  }),
  ...allowed('A key without permission to write may still read, and reads have a limit of their own [limits].', {
    'A key without permission may read': on('list', ({ standingOf }) => ({
      standingOf: (key, call) => (standingOf(key, call) === 'forbidden' ? 'good' : standingOf(key, call)),
    })),
  }),
];

const message = (text: string) => explaining((error) => ({ error: { ...error, message: text } }));

const errors = [
  ...allowed(
    'Which fields are always present is not said [errors].',
    {
      'Most errors have no field but a message': explaining((error, { reason }) => ({
        error: reason === 'body' ? error : { message: error['message'] },
      })),
    },
    { reported: 'error-field-missing' },
  ),
  ...allowed('No page says what a message is, or lists all types and codes [errors].', {
    'A message names a file and a line': message('Look at line 3 (see errors.html:12), or ask at support@example.com.'),
    'A message has angle brackets': message('Use <id> as in "/v2/<id>"; no <html> please.'),
    'Messages are in Danish': message('Ugyldig forespørgsel – prøv igen'),
    'A message is empty': message(''),
    'A message is long': message('Too long. '.repeat(500)),
    'Errors have types and codes of their own': explaining((error) => ({
      error: { ...error, type: 'E', code: 'E-4711' },
    })),
  }),
];

/** Reads null as a field that is not set. */
const nullUnsets =
  (field: string): Change =>
  ({ validate, merge }) => ({
    validate: (body, call) => validate(isObject(body) && body[field] === null ? without(body, field) : body, call),
    merge: (before, sent, call) =>
      field === 'validTo' && call.body.includes('null') && !(field in sent)
        ? without(merge(before, sent, call), field)
        : merge(before, sent, call),
  });

/** Refuses more than the document says. */
const refusing =
  (isRefused: (body: Fields, sent: Fields) => boolean): Change =>
  ({ validate }) => ({
    validate: (body, call) => {
      const sent = validate(body, call);
      if (isRefused(body as Fields, sent)) throw new Refusal('body', { param: 'body' });
      return sent;
    },
  });
const isBackwards = ({ validFrom = '', validTo = '' }: Fields) =>
  Date.parse(String(validTo)) <= Date.parse(String(validFrom));
const known = new Set(['evseId', 'temporaryStatus', 'validFrom', 'validTo']);

const requests = [
  ...allowed('Whether null clears a field is not said.', {
    'A create takes null for validFrom as unset': on('create', nullUnsets('validFrom')),
    'A create takes null for validTo as unset': on('create', nullUnsets('validTo')),
    'An update takes null for validFrom as unset': on('update', nullUnsets('validFrom')),
    'An update clears validTo for null': on('update', nullUnsets('validTo')),
  }),
  ...allowed('The pages do not say that a request may carry more.', {
    'Unknown fields are refused': refusing((body) => Object.keys(body).some((name) => !known.has(name))),
    'An update refuses evseId': on(
      'update',
      refusing((body) => 'evseId' in body),
    ),
  }),
  ...allowed('It makes no sense; the pages do not speak of it.', {
    'An end that is not after the start is refused': refusing((_, sent) => isBackwards(sent)),
    'An end before the stored start is refused': ({ merge }) => ({
      merge: (before, sent, call) => {
        const after = merge(before, sent, call);
        if (isBackwards(after)) throw new Refusal('body', { param: 'validTo' });
        return after;
      },
    }),
  }),
  ...allowed('A leap second cannot be known ahead; none is announced.', {
    'A leap second is refused': refusingValues((_, value) => String(value).includes(':60')),
  }),
  ...allowed('That an update sends a body is assumed.', {
    'An update without a body changes nothing': on('update', ({ parse }) => ({
      parse: (text, call) => (text === '' ? {} : parse(text, call)),
    })),
  }),
  ...allowed('A receiver may guess the type of a body that names none (RFC 9110).', {
    'A body without a media type is read as JSON': ({ isJson }) => ({
      isJson: (type = 'application/json', call) => isJson(type, call),
    }),
  }),
  ...allowed('What a PATCH of another media type does is not said.', {
    'A merge patch may be sent': on('update', ({ isJson }) => ({
      isJson: (type, call) => isJson(type?.replace('merge-patch+json', 'json'), call),
    })),
  }),
  ...allowed('The page says number, not how one is written in a path.', {
    'Ids are read as JavaScript reads numbers': ({ idOf }) => ({
      idOf: (segment, call) =>
        idOf(
          /^[\d.e+]+$/i.test(segment) && Number.isInteger(Number(segment)) ? String(Number(segment)) : segment,
          call,
        ),
    }),
  }),
  ...allowed('The page names no other value than true.', {
    'Another value of activeOnly is refused': ({ select }) => ({
      select: (call) => {
        if (!['true', 'false', null].includes(call.query.get('activeOnly')))
          throw new Refusal('body', { param: 'activeOnly' });
        return select(call);
      },
    }),
  }),
  ...allowed('An EVSE ID is not empty; the page does not speak of it.', {
    'An empty evseId is no filter': ({ matches }) => ({
      matches: (record, asked, call) => asked === '' || matches(record, asked, call),
    }),
  }),
  ...allowed(
    'What happens when the EVSE already has a status is not said; 409 is "e.g. duplicate creation" [errors].',
    {
      'A second status of the same time is refused with 409': on('create', ({ merge, records }) => ({
        merge: (before, sent, call) => {
          const after = merge(before, sent, call);
          const isSame = (one: Fields) =>
            one['evseId'] === after.evseId && one['validFrom'] === after.validFrom && one['validTo'] === after.validTo;
          if ([...records.values()].some(isSame)) throw new Refusal('conflict');
          return after;
        },
      })),
      'A second status of an EVSE is refused with 409': on('create', ({ merge, records }) => ({
        merge: (before, sent, call) => {
          const after = merge(before, sent, call);
          if ([...records.values()].some(({ evseId }) => evseId === after.evseId)) throw new Refusal('conflict');
          return after;
        },
      })),
    },
  ),
];

/** What the vendor's pages leave open about requests and refusals. */
export const leftOpen: readonly BenignProvider[] = [...statuses, ...errors, ...requests];
