/**
 * RFC 3339 timestamps, read strictly: what `format: date-time` means in the document. Shared by the client's argument
 * checks, the generated validators, the mock and the contract check.
 */
const pattern = /^(\d{4}-\d\d-(\d\d)T(?:[01]\d|2[0-3]):[0-5]\d):([0-5]\d|60)(\.\d+)?(Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/** What engines read alike, and nearly every text is: a day that each month has, no leap second, at most milliseconds. */
const plain =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{3})?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/**
 * The instant that an RFC 3339 `date-time` names, in milliseconds since the Unix epoch, or `undefined` where the text is
 * not one. `T` and `Z` are taken in either case; a space for the `T`, a missing offset and `+0200` are not
 * (RFC 3339, section 5.6). The 60th second is taken only where a leap second can stand: at 23:59 UTC, the last
 * minute of a month (section 5.7). Fractions below a millisecond are kept, as far as a double can hold them.
 */
export function parseDateTime(text: string): number | undefined {
  // The rest of this function costs several times as much, in each call of the client.
  if (plain.test(text)) return Date.parse(text);
  const [, minute = '', day, second, fraction = 0, offset = ''] = pattern.exec(text.toUpperCase()) ?? [];
  const utc = new Date(minute + 'Z');
  // An engine may take February 30 for March 2.
  if (utc.getUTCDate() !== Number(day)) return undefined;
  const instant = Date.parse(minute + offset) + Number(second) * 1000;
  if (second === '60' && !new Date(instant).toJSON().endsWith('-01T00:00:00.000Z')) return undefined;
  return instant + Number(fraction) * 1000;
}

/** Whether a text is an RFC 3339 `date-time`; see `parseDateTime`. */
export function isDateTime(text: string): boolean {
  return parseDateTime(text) !== undefined;
}
