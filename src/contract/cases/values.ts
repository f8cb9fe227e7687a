import { parseDateTime } from '../../shared/rfc3339.ts';
import type { Schema, SchemaField } from '../document.ts';

/** A value of a field, with a short stable id and the words that describe it. */
type NamedValue<T = unknown> = readonly [id: string, says: string, value: T];

/** A whole number of leap-year cycles, so that 29 February stays a day; from 2025 it leads to 2037, before 32-bit clocks end. */
const yearsAhead = 12;

/** The keywords that `wrongValues` and `legalVariants` know what to do with; another one must not pass unchecked. */
const knownKeywords = 'type enum format properties required title description examples deprecated'.split(' ');

/**
 * A timestamp moved to a future year. The check sends no time of today: no driver sees the record change, and no record
 * expires while it is being checked. Anything but a timestamp is returned unchanged.
 */
export function movedAhead(value: unknown): unknown {
  if (typeof value !== 'string' || parseDateTime(value) === undefined) return value;
  return `${Number(value.slice(0, 4)) + yearsAhead}${value.slice(4)}`;
}

/** `base` in UTC, some seconds later. */
export function secondsAfter(base: string, seconds: number): string {
  const instant = parseDateTime(base);
  if (instant === undefined) throw new Error(`${base} is not a timestamp.`);
  return new Date(instant + seconds * 1000).toISOString().replace('.000Z', 'Z');
}

/** The legal spellings of a value, by the format of its schema; none where there is only one. */
export function legalVariants(schema: Schema, value: string): readonly NamedValue<string>[] {
  if (schema.format !== 'date-time') return [];
  return [
    ['fraction', 'with three digits of a second', value.replace('Z', '.000Z')],
    ['short-fraction', 'with one digit of a second', value.replace('Z', '.5Z')],
    ['long-fraction', 'with nine digits of a second', value.replace('Z', '.250000000Z')],
    ['offset-east', 'with an offset east of UTC', atOffset(value, '+02:00', 120)],
    ['offset-west', 'with an offset west of UTC', atOffset(value, '-03:30', -210)],
    ['offset-zero', 'with the offset +00:00', value.replace('Z', '+00:00')],
    ['offset-minus-zero', 'with the offset -00:00', value.replace('Z', '-00:00')],
    ['lower-case', 'with t and z in lower case (RFC 3339, section 5.6)', value.toLowerCase()],
    ['leap-day', 'on a leap day', `2040-02-29${value.slice(10)}`],
    ['leap-day-of-a-century', 'on the leap day of a century', `2400-02-29${value.slice(10)}`],
    ['year-end', 'in the last second of a year', '2037-12-31T23:59:59Z'],
    ['after-2038', 'after the end of signed 32-bit clocks', '2038-01-19T03:14:08Z'],
    ['after-2106', 'after the end of unsigned 32-bit clocks', '2106-02-07T06:28:16Z'],
    ['largest-year', 'in the largest year of RFC 3339', '9999-06-30T12:00:00Z'],
  ];
}

/**
 * For each keyword of a schema, values that break it and nothing else.
 * @param good - a value that breaks none
 * @throws where the schema has a keyword that no value here breaks
 */
export function wrongValues(
  { at, schema }: Pick<SchemaField, 'at' | 'schema'>,
  good: unknown,
): readonly (readonly [keyword: string, ...NamedValue])[] {
  const unknown = Object.keys(schema).filter((word) => !knownKeywords.includes(word) && !word.startsWith('x-'));
  if (unknown.length > 0) throw new Error(`${at}: no request breaks ${unknown.join(', ')}; say how in values.ts.`);
  const values = { type: wrongTypes(schema, good), enum: wrongEnumValues(schema), format: wrongFormats(schema, good) };
  return Object.entries(values).flatMap(([keyword, wrong]) => wrong.map((value) => [keyword, ...value] as const));
}

/** Each of them is something that a lenient reader would turn into the right type; 1 is the index of an enum value. */
function wrongTypes({ type, format }: Schema, good: unknown): readonly NamedValue[] {
  if (type === undefined) return [];
  const instant = format === 'date-time' && typeof good === 'string' ? parseDateTime(good) : undefined;
  const values: readonly NamedValue[] = [
    ['number', 'as a number', instant ?? 1],
    ['boolean', 'as a boolean', true],
    ['null', 'as null', null],
    ['array', 'as an array', [good]],
    ['empty-array', 'as an empty array', []],
    ['object', 'as an object', {}],
    ['string', 'as a string', 'text'],
  ];
  const own = type === 'integer' ? 'number' : type;
  return values.filter(([id]) => id !== own);
}

/** `constructor` stands in every JavaScript object that is used as a table of known values. */
function wrongEnumValues({ enum: known }: Schema): readonly NamedValue[] {
  const first = known?.find((value) => typeof value === 'string');
  if (known === undefined || first === undefined) return [];
  const values: readonly NamedValue[] = [
    ['unknown', 'with a value that is not listed', 'constructor'],
    ['lower-case', 'with a listed value in lower case', first.toLowerCase()],
    ['padded', 'with a space after a listed value', `${first} `],
    ['line-break', 'with a line break after a listed value', `${first}\n`],
    ['empty', 'as an empty string', ''],
  ];
  return values.filter(([, , value]) => !known.includes(value));
}

function wrongFormats({ format }: Schema, good: unknown): readonly NamedValue[] {
  if (format === undefined) return [];
  if (format !== 'date-time' || typeof good !== 'string') throw new Error(`No value breaks the format ${format}.`);
  const [date, time] = [good.slice(0, 10), good.slice(11, -1)];
  // The least wrong day: whoever takes the 30th takes the 29th as well.
  const leapDay = `${date.slice(0, 4)}-02-29`;
  const lastPlusOne = parseDateTime(`${leapDay}T00:00:00Z`) === undefined ? leapDay : `${date.slice(0, 4)}-02-30`;
  return [
    ['words', 'as words', 'tomorrow at ten'],
    ['empty', 'as an empty string', ''],
    ['date-only', 'as a date without a time', date],
    ['no-offset', 'without an offset', `${date}T${time}`],
    ['impossible-day', 'on a day that February does not have', `${lastPlusOne}T${time}Z`],
    ['impossible-hour', 'at hour 24', `${date}T24:00:00Z`],
    ['no-seconds', 'without seconds', `${date}T${time.slice(0, 5)}Z`],
    ['comma', 'with a comma before the fraction', `${date}T${time},5Z`],
    ['space', 'with a space for the T', `${date} ${time}Z`],
    ['offset-without-colon', 'with the offset +0200', `${date}T${time}+0200`],
    ['century', 'on 29 February of a century without that day', `2100-02-29T${time}Z`],
    ['impossible-month', 'in month 13', `${date.slice(0, 4)}-13-01T${time}Z`],
    ['impossible-minute', 'at minute 60', `${date}T10:60:00Z`],
    ['impossible-offset', 'with an offset of 24 hours', `${date}T${time}+24:00`],
    ['offset-in-hours', 'with the offset +02', `${date}T${time}+02`],
    ['empty-fraction', 'with a point and no digits after it', `${date}T${time}.Z`],
    ['blanks', 'with blanks around it', ` ${good} `],
    ['digits', 'as digits in a string', String((parseDateTime(good) ?? 0) / 1000)],
    ['http-date', 'as an HTTP date', new Date(good).toUTCString()],
    ['basic-format', 'in the basic format of ISO 8601', good.replaceAll(/[-:]/g, '')],
    ['trailing-text', 'with text after it', `${good}junk`],
  ];
}

function atOffset(value: string, offset: string, minutes: number): string {
  return secondsAfter(value, minutes * 60).replace('Z', offset);
}
