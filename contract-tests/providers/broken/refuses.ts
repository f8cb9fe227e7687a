import { temporaryStatusValues } from '../../../generated/types.ts';
import type { BrokenProvider } from '../control.ts';
import { apiKey, requestBody, temporaryStatus, update } from '../places.ts';
import { isObject, type Change, type Refusal } from '../steps.ts';

const rule = 'accepts-valid';

const refusal: Refusal = { status: 422, type: 'invalid_request', code: 'invalid_value', message: 'Not allowed.' };

const refusing =
  (isRefused: (body: Readonly<Record<string, unknown>>) => boolean): Change =>
  ({ faultOf }) => ({
    faultOf: (body) => (isObject(body) && isRefused(body) ? refusal : faultOf(body)),
  });

const notReading =
  (form: RegExp): Change =>
  ({ instantOf }) => ({
    instantOf: (value) => (form.test(String(value)) ? undefined : instantOf(value)),
  });

const format = `${update}/properties/validFrom/format`;
const json = `${requestBody}/content/application~1json`;

/** Requests that the document allows, and that are refused. */
export const refuses: readonly BrokenProvider[] = [
  {
    name: 'refuses fractional seconds',
    fault: 'A time with a fraction is refused.',
    found: { rule, at: format },
    change: notReading(/\./),
  },
  {
    name: 'refuses microseconds',
    fault: 'A time with more than three digits of fraction is refused.',
    found: { rule, at: format },
    change: notReading(/\.\d{4,}/),
  },
  {
    name: 'refuses offsets',
    fault: 'Only Z is taken.',
    found: { rule, at: format },
    change: notReading(/[+-]\d\d:\d\d$/),
  },
  {
    name: 'refuses offsets west of Greenwich',
    fault: 'An offset with a minus is refused.',
    found: { rule, at: format },
    change: notReading(/-\d\d:\d\d$/),
  },
  {
    name: 'refuses Z',
    fault: 'Only numeric offsets are taken.',
    found: { rule, at: format },
    change: notReading(/Z$/i),
  },
  {
    name: 'refuses a lower-case t',
    fault: 'The T has to be a capital.',
    found: { rule, at: format },
    change: notReading(/t/),
  },
  {
    name: 'refuses a lower-case z',
    fault: 'The Z has to be a capital.',
    found: { rule, at: format },
    change: notReading(/z/),
  },
  {
    name: 'refuses a charset',
    fault: 'application/json with a charset is refused.',
    found: { rule, at: json },
    change: ({ isJson }) => ({ isJson: (type = '') => !type.includes(';') && isJson(type) }),
  },
  {
    name: 'refuses a quoted charset',
    fault: 'The charset may not stand in quotes.',
    found: { rule, at: json },
    change: ({ isJson }) => ({ isJson: (type = '') => !type.includes('"') && isJson(type) }),
  },
  {
    name: 'refuses white space',
    fault: 'JSON with white space around it is refused.',
    found: { rule, at: json },
    change: ({ parse }) => ({
      parse: (text) => {
        if (text !== text.trim()) throw new SyntaxError('White space.');
        return parse(text);
      },
    }),
  },
  {
    name: 'refuses an upper-case media type',
    fault: 'The media type is compared letter by letter.',
    found: { rule, at: json },
    change: ({ isJson }) => ({ isJson: (type = '') => type.startsWith('application/json') && isJson(type) }),
  },
  {
    name: 'refuses a lower-case bearer',
    fault: 'The scheme is compared letter by letter.',
    found: { rule, at: `${apiKey}/scheme` },
    change: ({ keyOf }) => ({ keyOf: (value = '') => (value.startsWith('Bearer ') ? keyOf(value) : undefined) }),
  },
  {
    name: 'refuses {}',
    fault: 'A body without fields is refused.',
    found: { rule, at: update },
    change: refusing((body) => Object.keys(body).length === 0),
  },
  {
    name: 'asks for temporaryStatus',
    fault: 'A body without temporaryStatus is refused.',
    found: { rule, at: `${update}/properties/temporaryStatus` },
    change: refusing((body) => !('temporaryStatus' in body)),
  },
  {
    name: 'asks for validFrom',
    fault: 'A body without validFrom is refused.',
    found: { rule, at: `${update}/properties/validFrom` },
    change: refusing((body) => !('validFrom' in body)),
  },
  {
    name: 'asks for validTo',
    fault: 'A body without validTo is refused.',
    found: { rule, at: `${update}/properties/validTo` },
    change: refusing((body) => !('validTo' in body)),
  },
  {
    name: 'refuses validTo alone',
    fault: 'An end without a start is refused.',
    found: { rule, at: `${update}/properties/validTo` },
    change: refusing((body) => 'validTo' in body && !('validFrom' in body)),
  },
  {
    name: 'refuses more than one field',
    fault: 'Only one field may be changed at a time.',
    found: { rule, at: `${json}/examples/maintenanceWindow` },
    change: refusing((body) => Object.keys(body).length > 1),
  },
  ...temporaryStatusValues.map((status, index) => ({
    name: `refuses ${status}`,
    fault: `${status} is not known.`,
    found: { rule, at: `${temporaryStatus}/enum/${index}` },
    change: refusing((body) => body['temporaryStatus'] === status),
  })),
];
