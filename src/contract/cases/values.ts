import { parseDateTime } from '../../shared/rfc3339.ts';
import type { Pointer } from '../../../generated/operations.ts';
import type { Schema, SchemaField } from '../document.ts';

/** A value of a field, with a short stable name and the words that describe it. */
export interface NamedValue {
  readonly name: string;
  readonly says: string;
  readonly value: unknown;
}

/** A value that breaks one keyword, and where the document has that keyword. */
export interface WrongValue extends NamedValue {
  readonly pointer: Pointer;
}

/** A whole number of leap-year cycles, so that 29 February stays a day; from 2025 it leads to 2037, before 32-bit clocks end. */
const yearsAhead = 12;

/** The keywords that `wrongValues` and `legalVariants` know what to do with; another one must not pass unchecked. */
const knownKeywords = ['type', 'enum', 'format', 'properties', 'required'];
const annotations = ['title', 'description', 'examples', 'deprecated'];

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
export function legalVariants(schema: Schema, value: string): readonly (NamedValue & { readonly value: string })[] {
  if (schema.format !== 'date-time') return [];
  return [
    { name: 'fraction', says: 'with three digits of a second', value: value.replace('Z', '.000Z') },
    { name: 'short-fraction', says: 'with one digit of a second', value: value.replace('Z', '.5Z') },
    { name: 'long-fraction', says: 'with nine digits of a second', value: value.replace('Z', '.250000000Z') },
    { name: 'offset-east', says: 'with an offset east of UTC', value: atOffset(value, '+02:00', 120) },
    { name: 'offset-west', says: 'with an offset west of UTC', value: atOffset(value, '-03:30', -210) },
    { name: 'offset-zero', says: 'with the offset +00:00', value: value.replace('Z', '+00:00') },
    { name: 'offset-minus-zero', says: 'with the offset -00:00', value: value.replace('Z', '-00:00') },
    { name: 'lower-case', says: 'with t and z in lower case (RFC 3339, section 5.6)', value: value.toLowerCase() },
    { name: 'leap-day', says: 'on a leap day', value: `2040-02-29${value.slice(10)}` },
    { name: 'leap-day-of-a-century', says: 'on the leap day of a century', value: `2400-02-29${value.slice(10)}` },
    { name: 'year-end', says: 'in the last second of a year', value: '2037-12-31T23:59:59Z' },
    { name: 'after-2038', says: 'after the end of signed 32-bit clocks', value: '2038-01-19T03:14:08Z' },
    { name: 'after-2106', says: 'after the end of unsigned 32-bit clocks', value: '2106-02-07T06:28:16Z' },
    { name: 'largest-year', says: 'in the largest year of RFC 3339', value: '9999-06-30T12:00:00Z' },
  ];
}

/**
 * For each constraint on a field, values that break it and nothing else. `good` is a value that breaks none.
 * @throws where the schema has a keyword that no value here breaks
 */
export function wrongValues({ at, schema }: Pick<SchemaField, 'at' | 'schema'>, good: unknown): readonly WrongValue[] {
  const unknown = Object.keys(schema).filter(
    (word) => ![...knownKeywords, ...annotations].includes(word) && !word.startsWith('x-'),
  );
  if (unknown.length > 0) throw new Error(`${at}: no request breaks ${unknown.join(', ')}; say how in values.ts.`);
  return [
    ...wrongTypes(schema, good).map((wrong) => ({ ...wrong, pointer: `${at}/type` })),
    ...wrongEnumValues(schema).map((wrong) => ({ ...wrong, pointer: `${at}/enum` })),
    ...wrongFormats(schema, good).map((wrong) => ({ ...wrong, pointer: `${at}/format` })),
  ];
}

/** Each of them is something that a lenient reader would turn into the right type; 1 is the index of an enum value. */
function wrongTypes({ type, format }: Schema, good: unknown): readonly NamedValue[] {
  if (type === undefined) return [];
  const instant = format === 'date-time' && typeof good === 'string' ? parseDateTime(good) : undefined;
  const values = [
    { name: 'number', says: 'as a number', value: instant ?? 1 },
    { name: 'boolean', says: 'as a boolean', value: true },
    { name: 'null', says: 'as null', value: null },
    { name: 'array', says: 'as an array', value: [good] },
    { name: 'empty-array', says: 'as an empty array', value: [] },
    { name: 'object', says: 'as an object', value: {} },
    { name: 'string', says: 'as a string', value: 'text' },
  ];
  const own = type === 'integer' ? 'number' : type;
  return values.filter(({ name }) => name !== own);
}

/** `constructor` stands in every JavaScript object that is used as a table of known values. */
function wrongEnumValues({ enum: known }: Schema): readonly NamedValue[] {
  const first = known?.find((value) => typeof value === 'string');
  if (known === undefined || first === undefined) return [];
  const values = [
    { name: 'unknown', says: 'with a value that is not listed', value: 'constructor' },
    { name: 'lower-case', says: 'with a listed value in lower case', value: first.toLowerCase() },
    { name: 'padded', says: 'with a space after a listed value', value: `${first} ` },
    { name: 'line-break', says: 'with a line break after a listed value', value: `${first}\n` },
    { name: 'empty', says: 'as an empty string', value: '' },
  ];
  return values.filter(({ value }) => !known.includes(value));
}

function wrongFormats({ format }: Schema, good: unknown): readonly NamedValue[] {
  if (format === undefined) return [];
  if (format !== 'date-time' || typeof good !== 'string') throw new Error(`No value breaks the format ${format}.`);
  const [date, time] = [good.slice(0, 10), good.slice(11, -1)];
  // The least wrong day: whoever takes the 30th takes the 29th as well.
  const leapDay = `${date.slice(0, 4)}-02-29`;
  const lastPlusOne = parseDateTime(`${leapDay}T00:00:00Z`) === undefined ? leapDay : `${date.slice(0, 4)}-02-30`;
  return [
    { name: 'words', says: 'as words', value: 'tomorrow at ten' },
    { name: 'empty', says: 'as an empty string', value: '' },
    { name: 'date-only', says: 'as a date without a time', value: date },
    { name: 'no-offset', says: 'without an offset', value: `${date}T${time}` },
    { name: 'impossible-day', says: 'on a day that February does not have', value: `${lastPlusOne}T${time}Z` },
    { name: 'impossible-hour', says: 'at hour 24', value: `${date}T24:00:00Z` },
    { name: 'no-seconds', says: 'without seconds', value: `${date}T${time.slice(0, 5)}Z` },
    { name: 'comma', says: 'with a comma before the fraction', value: `${date}T${time},5Z` },
    { name: 'space', says: 'with a space for the T', value: `${date} ${time}Z` },
    { name: 'offset-without-colon', says: 'with the offset +0200', value: `${date}T${time}+0200` },
    { name: 'century', says: 'on 29 February of a century without that day', value: `2100-02-29T${time}Z` },
    { name: 'impossible-month', says: 'in month 13', value: `${date.slice(0, 4)}-13-01T${time}Z` },
    { name: 'impossible-minute', says: 'at minute 60', value: `${date}T10:60:00Z` },
    { name: 'impossible-offset', says: 'with an offset of 24 hours', value: `${date}T${time}+24:00` },
    { name: 'offset-in-hours', says: 'with the offset +02', value: `${date}T${time}+02` },
    { name: 'empty-fraction', says: 'with a point and no digits after it', value: `${date}T${time}.Z` },
    { name: 'blanks', says: 'with blanks around it', value: ` ${good} ` },
    { name: 'digits', says: 'as digits in a string', value: String((parseDateTime(good) ?? 0) / 1000) },
    { name: 'http-date', says: 'as an HTTP date', value: new Date(good).toUTCString() },
    { name: 'basic-format', says: 'in the basic format of ISO 8601', value: good.replaceAll(/[-:]/g, '') },
    { name: 'trailing-text', says: 'with text after it', value: `${good}junk` },
  ];
}

function atOffset(value: string, offset: string, minutes: number): string {
  return secondsAfter(value, minutes * 60).replace('Z', offset);
}
