import { sendingAt, withHeaders, type BrokenProvider } from '../control.ts';
import { response, updated } from '../places.ts';

const rule = 'media-type';
const typed = (status: number, type: string) =>
  sendingAt(status, (answer) => withHeaders(answer, { 'Content-Type': type }));

/** JSON that is called something else. */
export const mediaTypes: readonly BrokenProvider[] = [
  ...[
    'text/plain',
    'text/html',
    'text/json',
    'application/xml',
    'application/octet-stream',
    'application/problem+json',
    'application/vnd.api+json',
    'application/jsonl',
    'json',
    'application/json; charset=utf-16',
    'application/json; charset=iso-8859-1',
    'application/json, application/json',
  ].map((type) => ({
    name: `${type} for the record`,
    fault: `The record is sent as ${type}.`,
    found: { rule, at: `${updated}/content` },
    change: typed(200, type),
  })),
  ...[
    { status: 400, name: 'BadRequest' },
    { status: 401, name: 'Unauthorized' },
    { status: 403, name: 'Forbidden' },
    { status: 404, name: 'NotFound' },
    { status: 422, name: 'ValidationFailed' },
    { status: 429, name: 'TooManyRequests' },
  ].map(({ status, name }) => ({
    name: `text/plain at ${status}`,
    fault: `The envelope of ${status} is sent as text/plain.`,
    found: { rule, at: `${response(name)}/content` },
    change: typed(status, 'text/plain'),
  })),
];
