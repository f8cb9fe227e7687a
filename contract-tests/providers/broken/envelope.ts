import { REFUSALS, explaining, sendingAt, withHeaders, type BrokenProvider } from '../control.ts';
import { apiKey, envelope as envelopeSchema, error as errorSchema, response } from '../places.ts';
import type { ProviderAnswer, Refusal } from '../steps.ts';

const rule = 'error-envelope';
const envelopeIs = (keyword: string) => ({ rule, at: `${envelopeSchema}/${keyword}` });
const errorIs = (keyword: string) => ({ rule, at: `${errorSchema}/${keyword}` });
const json = (name: string) => ({ rule: 'body-json', at: `${response(name)}/content/application~1json` });

const field = (name: string, value: unknown) => explaining((error) => ({ error: { ...error, [name]: value } }));
/** The default error of a well-known framework. */
const framework = ({ status, code, message }: Refusal) => ({ statusCode: status, message: [message], error: code });
const page = (answer: ProviderAnswer) => ({
  ...withHeaders(answer, { 'Content-Type': 'text/html' }),
  body: `<!DOCTYPE html>\n<html><head><title>${answer.status}</title></head><body><h1>nginx</h1></body></html>`,
});
const at = (status: number, otherwise: (refusal: Refusal) => unknown) =>
  explaining((error, refusal) => (refusal.status === status ? otherwise(refusal) : { error }));

const stack = [
  "TypeError: Cannot read properties of undefined (reading 'id')",
  '    at update (/srv/app/dist/temporary-evse-status.service.js:118:27)',
  '    at process.processTicksAndRejections (node:internal/process/task_queues:95:5)',
].join('\n');

/** Refusals that do not explain themselves in the envelope of the document. */
export const envelope: readonly BrokenProvider[] = [
  {
    name: "a framework's default error",
    fault: 'Every refusal is {statusCode, message, error}, and error is text.',
    found: errorIs('type'),
    change: explaining((_, refusal) => framework(refusal)),
  },
  {
    name: "a framework's default error at 404",
    fault: 'Only an unknown id is refused with {statusCode, message, error}.',
    found: errorIs('type'),
    change: at(404, framework),
  },
  {
    name: "a framework's default error at 401",
    fault: 'Only a request without a good key is refused with {statusCode, message, error}.',
    found: errorIs('type'),
    change: at(401, framework),
  },
  {
    name: "a framework's default error at 403",
    fault: 'Only a key without permission is refused with {statusCode, message, error}.',
    found: errorIs('type'),
    change: at(403, framework),
  },
  {
    name: "a framework's default error at 429",
    fault: 'Only a key without quota is refused with {statusCode, message, error}.',
    found: errorIs('type'),
    change: at(429, framework),
  },
  {
    name: 'no envelope at 422',
    fault: 'A field that does not hold is refused with {message} alone.',
    found: envelopeIs('required'),
    change: at(422, ({ message }) => ({ message })),
  },
  {
    name: 'no envelope at 400',
    fault: 'A bad request is refused with {message} alone.',
    found: envelopeIs('required'),
    change: at(400, ({ message }) => ({ message })),
  },
  {
    name: 'the error without its envelope',
    fault: 'type, code and message stand at the top.',
    found: envelopeIs('required'),
    change: explaining((error) => error),
  },
  {
    name: 'errors in a list',
    fault: 'The envelope is {errors: […]}.',
    found: envelopeIs('required'),
    change: explaining((error) => ({ errors: [error] })),
  },
  {
    name: 'problem details',
    fault: 'Refusals are application/problem+json (RFC 9457).',
    found: envelopeIs('required'),
    change: (correct) => ({
      ...explaining((_, { status, message }) => ({ type: 'about:blank', title: message, status }))(correct),
      ...sendingAt(REFUSALS, (answer) => withHeaders(answer, { 'Content-Type': 'application/problem+json' }))(correct),
    }),
  },
  {
    name: 'an empty object for the envelope',
    fault: 'Refusals are {}.',
    found: envelopeIs('required'),
    change: explaining(() => ({})),
  },
  {
    name: 'the envelope in a list',
    fault: 'Refusals are an array that holds the envelope.',
    found: envelopeIs('type'),
    change: explaining((error) => [{ error }]),
  },
  {
    name: 'a JSON string for the envelope',
    fault: 'Refusals are the message, in quotes.',
    found: envelopeIs('type'),
    change: explaining((_, { message }) => message),
  },
  {
    name: 'null for the envelope',
    fault: 'Refusals are null.',
    found: envelopeIs('type'),
    change: explaining(() => null),
  },
  {
    name: 'error as text',
    fault: 'The envelope holds the message alone.',
    found: errorIs('type'),
    change: explaining((_, { message }) => ({ error: message })),
  },
  {
    name: 'error as a list',
    fault: 'The envelope holds a list of errors.',
    found: errorIs('type'),
    change: explaining((error) => ({ error: [error] })),
  },
  {
    name: 'error null',
    fault: 'The envelope holds null.',
    found: errorIs('type'),
    change: explaining(() => ({ error: null })),
  },
  {
    name: 'code as a number',
    fault: 'The code of an error is its status.',
    found: errorIs('properties/code/type'),
    change: explaining((error, { status }) => ({ error: { ...error, code: status } })),
  },
  {
    name: 'message as a list',
    fault: 'The message of an error is a list of sentences.',
    found: errorIs('properties/message/type'),
    change: explaining((error, { message }) => ({ error: { ...error, message: [message] } })),
  },
  {
    name: 'type null',
    fault: 'The type of an error is null.',
    found: errorIs('properties/type/type'),
    change: field('type', null),
  },
  {
    name: 'param null',
    fault: 'param is null where the error is about no field.',
    found: errorIs('properties/param/type'),
    change: explaining((error) => ({ error: { param: null, ...error } })),
  },
  {
    name: 'param as a path',
    fault: 'param is a list of names.',
    found: errorIs('properties/param/type'),
    change: explaining((error) => ({ error: 'param' in error ? { ...error, param: [error['param']] } : error })),
  },
  {
    name: 'request_id as a number',
    fault: 'The id of the request counts.',
    found: errorIs('properties/request_id/type'),
    change: field('request_id', 1),
  },
  {
    name: 'a word for the envelope',
    fault: 'Refusals are plain text that is called JSON.',
    found: json('ValidationFailed'),
    change: sendingAt(REFUSALS, () => ({ body: 'Bad Request' })),
  },
  {
    name: 'no body with 401',
    fault: 'A request without a good key is refused with an empty body.',
    found: json('Unauthorized'),
    change: sendingAt(401, () => ({ body: '' })),
  },
  {
    name: 'no body with 404',
    fault: 'An unknown id is refused with an empty body.',
    found: json('NotFound'),
    change: sendingAt(404, () => ({ body: '' })),
  },
  {
    name: 'no body with 429',
    fault: 'A key without quota is refused with an empty body.',
    found: json('TooManyRequests'),
    change: sendingAt(429, () => ({ body: '' })),
  },
  {
    name: 'a page at 401',
    fault: 'A gateway refuses a request without a good key with HTML.',
    found: { rule: 'no-html', at: response('Unauthorized') },
    change: sendingAt(401, page),
  },
  {
    name: 'a page at 404',
    fault: 'An unknown id is refused with HTML.',
    found: { rule: 'no-html', at: response('NotFound') },
    change: sendingAt(404, page),
  },
  {
    name: 'a page for a malformed escape',
    fault: 'A router refuses a path that it cannot decode with HTML.',
    found: { rule: 'no-html', at: response('BadRequest') },
    change: sendingAt(400, (answer, { path }) => (path.includes('%zz') ? page(answer) : {})),
  },
  {
    name: 'a page that is called JSON',
    fault: 'Bad fields are refused with HTML, and the media type says JSON.',
    found: { rule: 'no-html', at: response('ValidationFailed') },
    change: sendingAt(422, (answer) => ({ body: page(answer).body })),
  },
  {
    name: 'a stack trace for the message',
    fault: 'The message of a bad field is a stack trace.',
    found: { rule: 'no-stack-trace', at: response('ValidationFailed') },
    change: at(422, () => ({ error: { message: stack } })),
  },
  {
    name: 'a stack trace beside the message',
    fault: 'Bad requests carry a field `stack`.',
    found: { rule: 'no-stack-trace', at: response('BadRequest') },
    change: at(400, ({ message }) => ({ error: { message, stack: stack.split('\n') } })),
  },
  {
    name: 'a Java stack trace',
    fault: 'An unknown id is refused with the stack trace of a Java service.',
    found: { rule: 'no-stack-trace', at: response('NotFound') },
    change: at(404, () => ({
      error: {
        message: 'org.springframework.dao.EmptyResultDataAccessException: no entity with id',
        trace:
          'java.lang.IllegalStateException: none\n\tat com.example.StatusService.update(StatusService.java:87)\n\tat com.example.Main.main(Main.java:9)\n',
      },
    })),
  },
  {
    name: 'a Python stack trace',
    fault: 'A key without permission is refused with the stack trace of a Python service.',
    found: { rule: 'no-stack-trace', at: response('Forbidden') },
    change: at(403, () => ({
      error: {
        message:
          'Traceback (most recent call last):\n  File "/srv/app/views.py", line 31, in update\n    raise PermissionDenied\nPermissionDenied',
      },
    })),
  },
  {
    name: 'the key in the message',
    fault: 'A request without a good key is told the key that it sent.',
    found: { rule: 'key-not-echoed', at: apiKey },
    change: sendingAt(401, (_, { headers }) => ({
      body: JSON.stringify({ error: { message: `${String(headers.authorization)} is not a good key.` } }),
    })),
  },
  {
    name: 'the key in a header',
    fault: 'Every answer repeats the key in a header.',
    found: { rule: 'key-not-echoed', at: apiKey },
    change: sendingAt([200, ...REFUSALS], (answer, { headers }) =>
      withHeaders(answer, { 'X-Api-Key': headers.authorization?.replace(/^bearer +/i, '') }),
    ),
  },
];
