import { both, explaining, sendingFor, typed, without, writingFor } from '../changes.ts';
import { broken, type BrokenProvider } from '../fleet.ts';
import { OPERATION_NAMES, envelopeSchema, errorField, errorSchema, response, type OperationName } from '../places.ts';
import { statusOf, type CommonReason } from '../refusal.ts';
import { headerOf, type Fields } from '../steps.ts';

const envelopeIs = (keyword: string) => ['error-envelope', `${envelopeSchema}/${keyword}`] as const;
const errorIs = (keyword: string) => ['error-envelope', `${errorSchema}/${keyword}`] as const;

const shapes = [
  ...broken('', envelopeIs('required'), {
    'Every error is {message}': explaining(({ message }) => ({ message })),
    'Every error is outside of its envelope': explaining((error) => error),
    'The envelope is {errors: [error]}': explaining((error) => ({ errors: [error] })),
    'The envelope is {Error: error}': explaining((error) => ({ Error: error })),
    'The envelope is an empty object': explaining(() => ({})),
  }),
  ...broken('', envelopeIs('type'), {
    'The envelope is in a list': explaining((error) => [{ error }]),
    'The envelope is the message alone': explaining(({ message }) => message),
    'The envelope is null': explaining(() => null),
  }),
  ...broken('', errorIs('type'), {
    'Every error is {statusCode, message, error}, and error is text': explaining(({ message }, { status }) => ({
      statusCode: status,
      message,
      error: 'Bad Request',
    })),
    'error is the message': explaining(({ message }) => ({ error: message })),
    'error is true': explaining(() => ({ error: true })),
    'error is a list': explaining((error) => ({ error: [error] })),
    'error is null': explaining(() => ({ error: null })),
  }),
];

const editing = (edit: (error: Fields) => Fields) => explaining((error) => ({ error: edit(error) }));

const ofFields = ['type', 'code', 'message', 'param', 'request_id'].flatMap((field) => [
  ...broken('', ['error-envelope', `${errorField(field)}/type`], {
    [`The ${field} of every error is null`]: editing((error) => ({ ...error, [field]: null })),
    [`The ${field} of every error is a number`]: editing((error) => ({ ...error, [field]: 17 })),
    [`The ${field} of every error is a list`]: editing((error) => ({ ...error, [field]: ['one', 'two'] })),
    [`The ${field} of every error is an object`]: editing((error) => ({ ...error, [field]: { text: 'one' } })),
  }),
  ...broken('', ['error-field-removed', errorField(field)], {
    [`No error has a ${field}`]: editing((error) => without(error, field)),
    [`The ${field} of every error is written with a capital`]: editing(({ [field]: value, ...error }) => ({
      ...error,
      [field.toUpperCase()]: value,
    })),
  }),
]);

/** One refusal of each status, with an operation that shows it. */
const byStatus: readonly (readonly [reason: CommonReason, operation: OperationName])[] = [
  ['json', 'create'],
  ['key', 'list'],
  ['permission', 'update'],
  ['record', 'update'],
  ['body', 'create'],
  ['limit', 'update'],
];

const html = '<!doctype html><html><head><title>Error</title></head><body><h1>Error</h1></body></html>';
const traces = [
  'TypeError: x is undefined\n    at update (/srv/app/statuses.js:41:17)\n    at next (/srv/app/router/index.js:9:5)',
  'java.lang.NullPointerException: id\n\tat com.example.Statuses.update(Statuses.java:41)\n\tat com.example.Router.next(Router.java:9)',
  'Traceback (most recent call last):\n  File "/srv/app/statuses.py", line 41, in update\n    raise ValueError(id)\nValueError: 42',
];

const ofStatuses = byStatus.flatMap(([reason, name], index) => {
  const status = statusOf(reason);
  const place = response(name, status);
  const trace = traces[index % traces.length];
  return [
    ...broken(name, errorIs('type'), {
      [`the ${status} is a framework's default error`]: sendingFor(reason, () => ({
        body: { statusCode: status, message: 'Refused', error: 'Refused' },
      })),
    }),
    ...broken(name, ['html-body', place], {
      [`the ${status} is an HTML page`]: both(
        writingFor(reason, () => html),
        typed(reason, 'text/html'),
      ),
      [`the ${status} is an HTML page that is called JSON`]: writingFor(reason, () => html),
    }),
    ...broken(name, ['body-json', place], {
      [`the ${status} has no body`]: writingFor(reason, () => ''),
      [`the ${status} is a word that is called JSON`]: writingFor(reason, () => 'Refused'),
    }),
    ...broken(name, ['media-type', place], {
      [`the ${status} is called text/plain`]: typed(reason, 'text/plain'),
      [`the ${status} is called problem+json`]: typed(reason, 'application/problem+json'),
      [`the ${status} has no media type`]: typed(reason, undefined),
    }),
    ...broken(name, ['stack-trace', place], {
      [`the ${status} shows a stack trace`]: sendingFor(reason, () => ({ body: { error: { message: trace } } })),
      [`the ${status} has a stack trace next to its message`]: sendingFor(reason, () => ({
        body: { error: { message: 'Failed.', stack: trace } },
      })),
    }),
  ];
});

const echoes = OPERATION_NAMES.flatMap((name) =>
  broken(name, ['key-echoed', response(name, 401)], {
    'a wrong key is repeated in the message': explaining((error, { reason }, call) => ({
      error: reason === 'key' ? { ...error, message: `Unknown: ${String(headerOf(call, 'authorization'))}` } : error,
    })),
  }),
);

/** Refusals with another body than the documented one. */
export const envelopes: readonly BrokenProvider[] = [...shapes, ...ofFields, ...ofStatuses, ...echoes];
