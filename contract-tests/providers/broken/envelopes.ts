import { both, explaining, on, refusing, sendingFor, typed, without, writingFor } from '../changes.ts';
import { broken, type BrokenProvider } from '../fleet.ts';
import { OPERATION_NAMES, envelopeSchema, errorField, errorSchema, response, type OperationName } from '../places.ts';
import { headerOf } from '../steps.ts';
import { statusOf, type Reason } from '../refusal.ts';

const envelopeIs = (keyword: string) => ['error-envelope', `${envelopeSchema}/${keyword}`] as const;
const errorIs = (keyword: string) => ['error-envelope', `${errorSchema}/${keyword}`] as const;
const isText = (field: string) => ['error-envelope', `${errorField(field)}/type`] as const;
const fields = ['type', 'code', 'message', 'param', 'request_id'] as const;

const shapes = [
  broken(
    'Every error is {statusCode, message, error}, and error is text.',
    errorIs('type'),
    explaining(({ message }, { status }) => ({ statusCode: status, message, error: 'Bad Request' })),
  ),
  broken(
    'Every error is {message}.',
    envelopeIs('required'),
    explaining(({ message }) => ({ message })),
  ),
  broken(
    'Every error stands outside of its envelope.',
    envelopeIs('required'),
    explaining((error) => error),
  ),
  broken(
    'The envelope is {errors: [error]}.',
    envelopeIs('required'),
    explaining((error) => ({ errors: [error] })),
  ),
  broken(
    'The envelope is {Error: error}.',
    envelopeIs('required'),
    explaining((error) => ({ Error: error })),
  ),
  broken(
    'The envelope is an empty object.',
    envelopeIs('required'),
    explaining(() => ({})),
  ),
  broken(
    'The envelope stands in a list.',
    envelopeIs('type'),
    explaining((error) => [{ error }]),
  ),
  broken(
    'The envelope is the message alone.',
    envelopeIs('type'),
    explaining(({ message }) => message),
  ),
  broken(
    'The envelope is null.',
    envelopeIs('type'),
    explaining(() => null),
  ),
  broken(
    'error is the message.',
    errorIs('type'),
    explaining(({ message }) => ({ error: message })),
  ),
  broken(
    'error is true.',
    errorIs('type'),
    explaining(() => ({ error: true })),
  ),
  broken(
    'error is a list.',
    errorIs('type'),
    explaining((error) => ({ error: [error] })),
  ),
  broken(
    'error is null.',
    errorIs('type'),
    explaining(() => ({ error: null })),
  ),
];

/** What a field of an error becomes by accident. */
const wrongly = { null: null, 'a number': 17, 'a list': ['one', 'two'], 'an object': { text: 'one' } };

const ofFields = fields.flatMap((field) => [
  ...Object.entries(wrongly).map(([type, value]) =>
    broken(
      `The ${field} of every error is ${type}.`,
      isText(field),
      explaining((error) => ({ error: { ...error, [field]: value } })),
    ),
  ),
  broken(
    `No error has a ${field}.`,
    ['error-field-removed', errorField(field)],
    explaining((error) => ({ error: without(error, field) })),
  ),
]);

const renamed = [
  broken(
    'request_id is written requestId.',
    ['error-field-removed', errorField('request_id')],
    explaining(({ request_id: id, ...error }) => ({ error: { ...error, requestId: id } })),
  ),
  broken(
    'message is written detail.',
    ['error-field-removed', errorField('message')],
    explaining(({ message, ...error }) => ({ error: { ...error, detail: message } })),
  ),
];

/** One response of each status that refuses, and the operation that shows it best. */
const byStatus: readonly (readonly [reason: Reason, operation: OperationName])[] = [
  ['json', 'create'],
  ['key', 'list'],
  ['permission', 'update'],
  ['record', 'update'],
  ['body', 'create'],
  ['limit', 'list'],
];

const html = '<!doctype html><html><head><title>Error</title></head><body><h1>Error</h1></body></html>';
const traces = {
  JavaScript:
    'TypeError: x is undefined\n    at update (/srv/app/dist/statuses.js:41:17)\n    at next (/srv/app/node_modules/router/index.js:9:5)',
  Java: 'java.lang.NullPointerException: id\n\tat com.example.Statuses.update(Statuses.java:41)\n\tat com.example.Router.next(Router.java:9)',
  Python:
    'Traceback (most recent call last):\n  File "/srv/app/statuses.py", line 41, in update\n    raise ValueError(id)\nValueError: 42',
};

const ofStatuses = byStatus.flatMap(([reason, name]) => {
  const place = response(name, statusOf(reason));
  const where = `${name}: the ${statusOf(reason)}`;
  const changed = (edit: Parameters<typeof sendingFor>[1]) => on(name, sendingFor(reason, edit));
  return [
    broken(
      `${where} is a framework's default error.`,
      errorIs('type'),
      changed(({ status }) => ({ body: { statusCode: status, message: 'Refused', error: 'Refused' } })),
    ),
    broken(
      `${where} is an HTML page.`,
      ['html-body', place],
      on(
        name,
        both(
          writingFor(reason, () => html),
          typed(reason, 'text/html'),
        ),
      ),
    ),
    broken(
      `${where} is an HTML page that is called JSON.`,
      ['html-body', place],
      on(
        name,
        writingFor(reason, () => html),
      ),
    ),
    broken(
      `${where} has no body.`,
      ['body-json', place],
      on(
        name,
        writingFor(reason, () => ''),
      ),
    ),
    broken(
      `${where} is a word that is called JSON.`,
      ['body-json', place],
      on(
        name,
        writingFor(reason, () => 'Refused'),
      ),
    ),
    broken(`${where} is called text/plain.`, ['media-type', place], on(name, typed(reason, 'text/plain'))),
    broken(
      `${where} is called problem+json.`,
      ['media-type', place],
      on(name, typed(reason, 'application/problem+json')),
    ),
    broken(`${where} has no media type.`, ['media-type', place], on(name, typed(reason, undefined))),
    ...Object.entries(traces).map(([language, trace]) =>
      broken(
        `${where} shows a stack trace of ${language}.`,
        ['stack-trace', place],
        changed(() => ({ body: { error: { message: trace } } })),
      ),
    ),
  ];
});

const echoes = OPERATION_NAMES.flatMap((name) => [
  broken(
    `${name}: a wrong key is repeated in the message.`,
    ['key-echoed', response(name, 401)],
    on(
      name,
      explaining((error, { reason }, call) => ({
        error: reason === 'key' ? { ...error, message: `Unknown: ${String(headerOf(call, 'authorization'))}` } : error,
      })),
    ),
  ),
]);

const headersEchoed = [
  broken(
    'Every refusal repeats the key in a header.',
    ['key-echoed', response('update', 422)],
    refusing(({ headers }, call) => ({ headers: { ...headers, 'X-Debug': headerOf(call, 'authorization') } })),
  ),
];

/** Refusals whose body is not the documented one. */
export const envelopes: readonly BrokenProvider[] = [
  ...shapes,
  ...ofFields,
  ...renamed,
  ...ofStatuses,
  ...echoes,
  ...headersEchoed,
];
