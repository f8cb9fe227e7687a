/**
 * Timestamps as the fleet reads them: RFC 3339, without src/shared/rfc3339.ts, so that an error in one cannot hide in the
 * other.
 */
const form = /^(\d{4}-\d\d-\d\d)[Tt]((?:[01]\d|2[0-3]):[0-5]\d):(\d\d)(\.\d+)?([Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/** Milliseconds since the Unix epoch; `undefined` if the text is not a `date-time`. */
export function instantOf(text: string): number | undefined {
  const [, day = '', minute = '', second = '', fraction = '', offset = ''] = form.exec(text) ?? [];
  if (!isDay(day) || Number(second) > 60) return undefined;
  const start = Date.parse(`${day}T${minute}:00${offset.toUpperCase()}`);
  // A leap second is the last of a month, in UTC.
  if (second === '60' && !new Date(start + 60_000).toISOString().includes('-01T00:00:00')) return undefined;
  return start + Number(`${second}${fraction}`) * 1000;
}

/** The instant in UTC, as the vendor writes it: with a fraction only if there is one. */
export function toUtc(instant = NaN): string {
  return new Date(instant).toISOString().replace('.000Z', 'Z');
}

/** The time so many milliseconds later. */
export function later(time: string | undefined, milliseconds: number): string {
  return new Date(Date.parse(String(time)) + milliseconds).toISOString();
}

function isDay(day: string): boolean {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(day);
}
