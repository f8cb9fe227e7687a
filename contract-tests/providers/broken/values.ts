import { temporaryStatusValues } from '../../../generated/types.ts';
import { reading, rewriting } from '../changes.ts';
import { broken, type BrokenProvider } from '../fleet.ts';
import { instantOf, toUtc } from '../instant.ts';
import { WRITES, constraint, requestFields } from '../places.ts';
import type { Change } from '../steps.ts';

const rule = 'invalid-body-accepted';
const isStatus = (value: unknown): value is string => temporaryStatusValues.some((status) => status === value);

/** JSON types that no field has. */
const wrongTypes: Readonly<Record<string, (value: unknown) => boolean>> = {
  'a number': (value) => typeof value === 'number',
  'a boolean': (value) => typeof value === 'boolean',
  'a list': (value) => Array.isArray(value),
  'an object': (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  null: (value) => value === null,
};

/** What a lenient provider converts a value of a wrong type to. */
const converted = (field: string, value: unknown) =>
  field === 'temporaryStatus' ? 'MAINTENANCE' : field === 'evseId' ? String(value) : toUtc(Date.UTC(2040, 0, 1));

/** Null may clear an optional field: no page forbids that, so it is in the benign fleet. */
const isLeftOpen = (field: string, type: string) => type === 'null' && field.startsWith('valid');

const types = WRITES.flatMap((operation) =>
  requestFields(operation).flatMap((field) =>
    Object.entries(wrongTypes)
      .filter(([type]) => !isLeftOpen(field, type))
      .flatMap(([type, isOfType]) =>
        broken(operation, [rule, constraint(operation, field, 'type')], {
          [`${type} for ${field} is converted`]: reading((name, value) =>
            name === field && isOfType(value) ? converted(field, value) : undefined,
          ),
        }),
      ),
  ),
);

/** Lenient readings of a status: what the provider stores, or `undefined`. */
const looseStatuses: Readonly<Record<string, (text: string) => string | undefined>> = {
  'any text is a status': (text) => text,
  'a status is read in any case': (text) => text.toUpperCase(),
  'a status may have blanks around it': (text) => text.trim(),
  'a status may have a blank behind it': (text) => text.trimEnd(),
  'a status may end in a line break': (text) => text.replace(/\n$/, ''),
  'an empty status is MAINTENANCE': (text) => (text === '' ? 'MAINTENANCE' : undefined),
  'a name of Object.prototype is a status': (text) => (text in {} ? 'MAINTENANCE' : undefined),
};

const statuses = WRITES.flatMap((operation) =>
  Object.entries(looseStatuses).flatMap(([fault, statusOf], index) => {
    const change = reading((field, value) => {
      const status = field === 'temporaryStatus' && typeof value === 'string' ? statusOf(value) : undefined;
      return index === 0 || isStatus(status) ? status : undefined;
    });
    return broken(operation, [rule, constraint(operation, 'temporaryStatus', 'enum')], { [fault]: change });
  }),
);

/** Lenient readings of a time: how a text is rewritten before it is read as RFC 3339. */
const looseTimes: Readonly<Record<string, (text: string) => string>> = {
  'a time that cannot be read is 2040': (text) => (instantOf(text) === undefined ? '2040-01-01T00:00:00Z' : text),
  'an empty time is 2040': (text) => (text === '' ? '2040-01-01T00:00:00Z' : text),
  'a date without a time is its midnight': (text) => text.replace(/^(\d{4}-\d\d-\d\d)$/, '$1T00:00:00Z'),
  'a time without an offset is UTC': (text) => text.replace(/(T\d\d:\d\d:\d\d(\.\d+)?)$/, '$1Z'),
  'a time may have a space for its T': (text) => text.replace(/^(\S{10}) /, '$1T'),
  'an offset needs no colon': (text) => text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'),
  'an offset needs no minutes': (text) => text.replace(/(:\d\d[+-]\d\d)$/, '$1:00'),
  'a day past the end of a month rolls over': (text) =>
    text.replace(/-(02-(?:29|30|31)|(?:04|06|09|11)-31)T/, (written, day: string) =>
      instantOf(text) === undefined ? `-${String(Number(day.slice(0, 2)) + 1).padStart(2, '0')}-01T` : written,
    ),
  '29 February exists in every year': (text) =>
    instantOf(text) === undefined ? text.replace('-02-29T', '-03-01T') : text,
  'the 13th month is December': (text) => text.replace(/^(\d{4})-13-/, '$1-12-'),
  'the 24th hour is midnight': (text) => text.replace(/T24:00:00/, 'T00:00:00'),
  'the 60th minute is the 59th': (text) => text.replace(/:60:(\d\d)/, ':59:$1'),
  'a time needs no seconds': (text) => text.replace(/(T\d\d:\d\d)(?!:)(?=Z|[+-])/, '$1:00'),
  'a fraction may stand behind a comma': (text) => text.replace(',', '.'),
  'a fraction may be empty': (text) => text.replace(/\.(?=Z|[+-])/, ''),
  'a time may have blanks around it': (text) => text.trim(),
  'digits alone are epoch seconds': (text) => (/^\d{10}$/.test(text) ? toUtc(Number(text) * 1000) : text),
  'an HTTP date is a time': (text) => (/^\w{3}, .* GMT$/.test(text) ? toUtc(Date.parse(text)) : text),
  'a time in the basic format is read': (text) =>
    text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'),
};

const times = WRITES.flatMap((operation) =>
  Object.entries(looseTimes).flatMap(([fault, rewrite]) =>
    broken(operation, [rule, constraint(operation, 'validFrom', 'format')], { [fault]: rewriting(rewrite) }),
  ),
);

const ignoredEnd: Change = reading((field, value) =>
  field === 'validTo' && typeof value === 'string' && instantOf(value) === undefined
    ? '2040-01-01T00:00:00Z'
    : undefined,
);
const ends = WRITES.flatMap((operation) =>
  broken(operation, [rule, constraint(operation, 'validTo', 'format')], {
    'validFrom is validated, and validTo is not': ignoredEnd,
  }),
);

/** Values that are accepted although they have to be refused. */
export const values: readonly BrokenProvider[] = [...types, ...statuses, ...times, ...ends];
