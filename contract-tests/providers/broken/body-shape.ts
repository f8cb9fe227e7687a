import { showing, without, type BrokenProvider } from '../control.ts';
import { record } from '../places.ts';

const rule = 'body-schema';
const at = (keyword: string) => ({ rule, at: `${record}/${keyword}` });
const field = (name: string, value: unknown) => showing((body) => ({ ...body, [name]: value }));
const rewritten = (name: string, write: (value: string) => unknown) =>
  showing((body) => (name in body ? { ...body, [name]: write(String(body[name])) } : body));

const milliseconds = (text: string) => Date.parse(text);

/** Answers to updates whose body is not a temporary status. */
export const bodyShape: readonly BrokenProvider[] = [
  {
    name: 'id left out',
    fault: 'The answer has no id.',
    found: at('required'),
    change: showing((body) => without(body, 'id')),
  },
  {
    name: 'temporaryStatus left out',
    fault: 'The answer has no temporaryStatus.',
    found: at('required'),
    change: showing((body) => without(body, 'temporaryStatus')),
  },
  {
    name: 'evseId left out',
    fault: 'The answer has no evseId.',
    found: at('required'),
    change: showing((body) => without(body, 'evseId')),
  },
  {
    name: 'evseId left out of an open end',
    fault: 'The answer has no evseId where no validTo was sent.',
    found: at('required'),
    change: showing((body, { change }) => ('validTo' in change ? body : without(body, 'evseId'))),
  },
  {
    name: 'id as a string',
    fault: 'The id is written in quotes.',
    found: at('properties/id/type'),
    change: rewritten('id', String),
  },
  { name: 'id null', fault: 'The id is null.', found: at('properties/id/type'), change: field('id', null) },
  {
    name: 'id as an object',
    fault: 'The id is an object with a value in it.',
    found: at('properties/id/type'),
    change: showing((body) => ({ ...body, id: { value: body['id'] } })),
  },
  {
    name: 'temporaryStatus as a number',
    fault: 'The status is the index of the enum.',
    found: at('properties/temporaryStatus/anyOf/1/type'),
    change: field('temporaryStatus', 0),
  },
  {
    name: 'temporaryStatus null',
    fault: 'The status is null.',
    found: at('properties/temporaryStatus/anyOf/1/type'),
    change: field('temporaryStatus', null),
  },
  {
    name: 'temporaryStatus as an object',
    fault: 'The status is an object with a name in it.',
    found: at('properties/temporaryStatus/anyOf/1/type'),
    change: showing((body) => ({ ...body, temporaryStatus: { name: body['temporaryStatus'] } })),
  },
  {
    name: 'temporaryStatus as a list',
    fault: 'The status is a list of one.',
    found: at('properties/temporaryStatus/anyOf/1/type'),
    change: showing((body) => ({ ...body, temporaryStatus: [body['temporaryStatus']] })),
  },
  {
    name: 'evseId as a number',
    fault: 'The EVSE ID is a number.',
    found: at('properties/evseId/type'),
    change: field('evseId', 123),
  },
  {
    name: 'evseId null',
    fault: 'The EVSE ID is null.',
    found: at('properties/evseId/type'),
    change: field('evseId', null),
  },
  {
    name: 'evseId as its parts',
    fault: 'The EVSE ID is a list of its parts.',
    found: at('properties/evseId/type'),
    change: rewritten('evseId', (text) => text.split('*')),
  },
  {
    name: 'validFrom null',
    fault: 'validFrom is null.',
    found: at('properties/validFrom/type'),
    change: field('validFrom', null),
  },
  {
    name: 'validTo null for an open end',
    fault: 'validTo is null where the record has no end.',
    found: at('properties/validTo/type'),
    change: showing((body) => ({ validTo: null, ...body })),
  },
  {
    name: 'validFrom as epoch seconds',
    fault: 'validFrom is a number of seconds.',
    found: at('properties/validFrom/type'),
    change: rewritten('validFrom', (text) => milliseconds(text) / 1000),
  },
  {
    name: 'validTo as epoch milliseconds',
    fault: 'validTo is a number of milliseconds.',
    found: at('properties/validTo/type'),
    change: rewritten('validTo', milliseconds),
  },
  {
    name: 'validFrom without an offset',
    fault: 'validFrom ends after its seconds.',
    found: at('properties/validFrom/format'),
    change: rewritten('validFrom', (text) => text.replace('Z', '')),
  },
  {
    name: 'validTo as a date',
    fault: 'validTo is a date without a time.',
    found: at('properties/validTo/format'),
    change: rewritten('validTo', (text) => text.slice(0, 10)),
  },
  {
    name: 'validFrom with a space',
    fault: 'validFrom has a space for its T.',
    found: at('properties/validFrom/format'),
    change: rewritten('validFrom', (text) => text.replace('T', ' ')),
  },
  {
    name: 'validTo with +0000',
    fault: 'The offset of validTo has no colon.',
    found: at('properties/validTo/format'),
    change: rewritten('validTo', (text) => text.replace('Z', '+0000')),
  },
  {
    name: 'validTo as an HTTP date',
    fault: 'validTo is written as in an HTTP header.',
    found: at('properties/validTo/format'),
    change: rewritten('validTo', (text) => new Date(text).toUTCString()),
  },
  {
    name: 'validTo empty for an open end',
    fault: 'validTo is an empty string where the record has no end.',
    found: at('properties/validTo/format'),
    change: showing((body) => ({ validTo: '', ...body })),
  },
  {
    name: 'names in snake_case',
    fault: 'The fields are named temporary_status, evse_id, valid_from and valid_to.',
    found: at('required'),
    change: showing((body) =>
      Object.fromEntries(
        Object.entries(body).map(([name, value]) => [name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`), value]),
      ),
    ),
  },
  {
    name: 'names with a capital',
    fault: 'The fields are named Id, TemporaryStatus and so on.',
    found: at('required'),
    change: showing((body) =>
      Object.fromEntries(
        Object.entries(body).map(([name, value]) => [name.replace(/^./, (c) => c.toUpperCase()), value]),
      ),
    ),
  },
  {
    name: 'wrapped in data',
    fault: 'The record stands in a field `data`.',
    found: at('required'),
    change: showing((data) => ({ data })),
  },
  {
    name: 'period in an object of its own',
    fault: 'status and period are nested: {id, status: {temporaryStatus, validFrom, validTo}, evseId}.',
    found: at('required'),
    change: showing(({ id, evseId, ...status }) => ({ id, evseId, status })),
  },
  {
    name: 'a list of one record',
    fault: 'The answer is an array that holds the record.',
    found: at('type'),
    change: showing((body) => [body]),
  },
  {
    name: 'JSON in a string',
    fault: 'The record is written as JSON twice.',
    found: at('type'),
    change: showing((body) => JSON.stringify(body)),
  },
  { name: 'null for the record', fault: 'The answer is null.', found: at('type'), change: showing(() => null) },
  { name: 'true for the record', fault: 'The answer is true.', found: at('type'), change: showing(() => true) },
  { name: 'an empty object', fault: 'The answer is {}.', found: at('required'), change: showing(() => ({})) },
];
