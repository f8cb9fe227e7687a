import type { Validity } from '../state/validity.ts';

/** What the page's time line shows, from its left end to its right, in milliseconds since the Unix epoch. */
export type Span = Readonly<Record<'from' | 'to', number>>;

const hour = 3_600_000;

/** A span that shows all ends of all records, and now, with room at both sides; at least two hours. */
export function spanOf(records: readonly Validity[], now: number): Span {
  const instants = records.flatMap(({ from, to }) => [from, to]).filter((instant) => instant !== undefined);
  const from = Math.min(now, ...instants);
  const to = Math.max(now, ...instants);
  const room = Math.max((to - from) * 0.08, hour);
  return { from: from - room, to: to + room };
}

/** An instant's place on the line: 0 at its left end, 1 at its right. */
export function placeOf(instant: number, span: Span): number {
  return (instant - span.from) / (span.to - span.from);
}

/** The ends of a record's bar; one without an end reaches the end of the line. */
export function barOf({ from, to }: Validity, span: Span): { left: number; right: number } {
  const left = from === undefined ? 0 : placeOf(from, span);
  const right = to === undefined ? 1 : placeOf(to, span);
  return { left, right: Math.max(left, right) };
}
