import { isDateTime, parseDateTime } from '../../shared/rfc3339.ts';
import type { MockRecord } from '../types.ts';

/** An instant as the vendor's examples write it: whole seconds where it has no fraction. */
export function toDateTime(instant: number): string {
  return new Date(instant).toISOString().replace('.000Z', 'Z');
}

/** Timestamps come back in UTC [conventions]: every field that reads as a timestamp with another offset is rewritten. */
export function toUtc(body: MockRecord): MockRecord {
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [name, typeof value === 'string' ? inUtc(value) : value]),
  );
}

function inUtc(text: string): string {
  if (text.endsWith('Z') || !isDateTime(text)) return text;
  // Kept as it was sent: a Date holds no more than milliseconds.
  const fraction = /\.\d+/.exec(text)?.[0] ?? '';
  const whole = toDateTime(parseDateTime(text.replace(fraction, '')) ?? NaN);
  const utc = whole.replace('Z', `${fraction}Z`);
  // An offset at the edge of the calendar leads to a year before 0000 or after 9999, which RFC 3339 cannot write.
  return isDateTime(utc) ? utc : text;
}
