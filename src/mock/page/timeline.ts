import type { Validity } from '../state/validity.ts';

/**
 * Where records stand on the page's time line. Instants are milliseconds since the Unix epoch; places are fractions of the
 * line, 0 at its left end and 1 at its right.
 */

/** What the line shows. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A span that shows all ends of all records, and now, with room at both sides; at least two hours. */
export function spanOfAll(records: readonly Validity[], now: number): Span {
  const instants = records.flatMap(({ from, to }) => [from, to]).filter((instant) => instant !== undefined);
  const from = Math.min(now, ...instants);
  const to = Math.max(now, ...instants);
  const room = Math.max((to - from) * 0.08, hour);
  return { from: from - room, to: to + room };
}

/** A span of this length around now. */
export function spanAround(now: number, length: number): Span {
  return { from: now - length / 2, to: now + length / 2 };
}

/** An instant's place on the line, below 0 or above 1 where the line does not reach it. */
export function placeOf(instant: number, span: Span): number {
  return (instant - span.from) / (span.to - span.from);
}

/** The visible part of a record: the bar's ends within 0 and 1, or the side on which it lies out of sight. */
export function barOf(validity: Validity, span: Span): { left: number; right: number } | 'before' | 'after' {
  const left = validity.from === undefined ? 0 : placeOf(validity.from, span);
  const right = validity.to === undefined ? 1 : placeOf(validity.to, span);
  if (right < 0) return 'before';
  if (left > 1) return 'after';
  return { left: Math.max(left, 0), right: Math.max(Math.min(right, 1), Math.max(left, 0)) };
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const steps = [minute, 5 * minute, 15 * minute, hour, 3 * hour, 6 * hour, 12 * hour, day, 2 * day, 7 * day];

/** At most `most` round instants (UTC) to mark on the line, each with a label. */
export function ticksOf(span: Span, most = 5): { instant: number; label: string }[] {
  const step = steps.find((length) => (span.to - span.from) / length <= most - 1);
  const instants = step === undefined ? roundMonths(span, most) : multiplesOf(step, span);
  return instants.map((instant) => ({ instant, label: labelOf(instant, step) }));
}

function multiplesOf(step: number, { from, to }: Span): number[] {
  const instants = [];
  for (let instant = Math.ceil(from / step) * step; instant <= to; instant += step) instants.push(instant);
  return instants;
}

function roundMonths({ from, to }: Span, most: number): number[] {
  const start = new Date(from).getUTCFullYear() * 12 + new Date(from).getUTCMonth() + 1;
  const end = new Date(to).getUTCFullYear() * 12 + new Date(to).getUTCMonth();
  const roundSteps = [1, 3, 6, 12, 24, 60, 120, 600, 1200, 6000, 12_000, 60_000];
  const step = roundSteps.find((months) => (end - start) / months <= most - 1) ?? Infinity;
  const instants = [];
  for (let month = Math.ceil(start / step) * step; month <= end; month += step) {
    instants.push(new Date(0).setUTCFullYear(Math.floor(month / 12), month % 12, 1));
  }
  return instants;
}

function labelOf(instant: number, step: number | undefined): string {
  const text = new Date(instant).toISOString();
  const [date = '', time = ''] = text.split('T');
  if (step === undefined) return date.endsWith('-01-01') ? date.slice(0, -6) : date.slice(0, -3);
  return time.startsWith('00:00') ? date.slice(-5) : time.slice(0, 5);
}
