/**
 * RFC 3339 timestamps, read strictly: what `format: date-time` means in the document. Shared by the client's argument
 * checks, the generated validators, the mock and the contract check.
 */
const pattern = /^(\d{4})-(\d\d)-(\d\d)t(\d\d):(\d\d):(\d\d)(\.\d+)?(?:z|([+-])(\d\d):(\d\d))$/i;

/**
 * The instant that an RFC 3339 `date-time` names, in milliseconds since the Unix epoch, or `undefined` where the text is
 * not one. `T` and `Z` are taken in either case; a space for the `T`, a missing offset and `+0200` are not
 * (RFC 3339, section 5.6). The 60th second is taken only where a leap second can stand: at 23:59 UTC, the last
 * minute of a month (section 5.7). Fractions below a millisecond are kept, as far as a double can hold them.
 */
export function parseDateTime(text: string): number | undefined {
  const match = pattern.exec(text);
  if (match === null) return undefined;
  const year = Number(match[1]);
  const month = Number(match[2]);
  const day = Number(match[3]);
  const hour = Number(match[4]);
  const minute = Number(match[5]);
  const second = Number(match[6]);
  const offsetHour = Number(match[9] ?? 0);
  const offsetMinute = Number(match[10] ?? 0);
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  if (hour > 23 || minute > 59 || second > 60 || offsetHour > 23 || offsetMinute > 59) return undefined;

  const offset = (match[8] === '-' ? -1 : 1) * (offsetHour * 60 + offsetMinute) * 60_000;
  // Date.UTC reads the years 0 to 99 as 1900 to 1999; 400 years later the calendar is the same.
  const instant = Date.UTC(year + 400, month - 1, day, hour, minute, second) - millisecondsIn400Years - offset;
  if (second === 60 && !endsMonth(instant)) return undefined;
  return instant + (match[7] === undefined ? 0 : Number(match[7]) * 1000);
}

/** Whether a text is an RFC 3339 `date-time`; see `parseDateTime`. */
export function isDateTime(text: string): boolean {
  return parseDateTime(text) !== undefined;
}

const millisecondsIn400Years = 146_097 * 86_400_000;

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function endsMonth(instant: number): boolean {
  const date = new Date(instant);
  return date.getUTCDate() === 1 && instant % 86_400_000 === 0;
}
