import type { components } from '../../../generated/types.ts';
import { phaseOf, validityOf, type Phase } from '../state/validity.ts';
import type { MockRecord } from '../types.ts';
import { byId, cell, element, type Child } from './dom.ts';
import { facts } from './facts.ts';
import { barOf, placeOf, spanOf, type Span } from './timeline.ts';

type Status = components['schemas']['TemporaryEvseStatus'];

/** As many records as a person reads; more are counted below the table. */
const mostRows = 200;

/** What the table shows, and each record by its id. */
let shown = '';
let before = new Map<number, string>();

/** Shows the records and their time line as they stand at `now`; touches nothing where it would look the same. */
export function showRecords(records: readonly MockRecord[], now: number): void {
  const validities = records.map(validityOf);
  const span = spanOf(validities, now);
  const phases = validities.map((validity) => phaseOf(validity, now));
  const minutes = [span.from, span.to].map((instant) => Math.round(instant / 60_000));
  const look = JSON.stringify([records, phases, Math.round(placeOf(now, span) * 500), minutes]);
  if (look === shown) return;
  shown = look;

  byId('records-count').textContent = String(records.length);
  byId('records-empty').hidden = records.length > 0;
  byId('records-head').replaceChildren(...headOf(span, now));
  const rows = records.slice(0, mostRows).map((record) => rowOf(record as unknown as Status, span, now));
  if (records.length > mostRows) {
    const attributes = { role: 'cell', colspan: 4 + facts.shownAs.length };
    rows.push(element('tr', { role: 'row' }, element('td', attributes, `… and ${records.length - mostRows} more`)));
  }
  byId('records').replaceChildren(...rows);
  before = new Map(records.map((record) => [record['id'] as number, JSON.stringify(record)]));
}

function headOf({ from, to }: Span, now: number): HTMLElement[] {
  const heading = (...content: readonly Child[]) => element('th', { role: 'columnheader', scope: 'col' }, ...content);
  const atNow = placed(element('span', { class: 'at-now' }, 'now'), placeOf(now, { from, to }));
  const ends = [from, to].map((instant) =>
    element('span', {}, new Date(instant).toISOString().slice(0, 16).replace('T', ' ')),
  );
  const validity = heading('Valid (UTC)', element('div', { class: 'axis', 'aria-hidden': 'true' }, ...ends, atNow));
  validity.className = 'validity';
  return [
    ...['ID', 'EVSE', 'Status'].map((text) => heading(text)),
    ...facts.shownAs.map(({ channel, delay }) => heading(channel, element('small', {}, delay))),
    validity,
  ];
}

function rowOf(record: Status, span: Span, now: number): HTMLElement {
  const { id, evseId, temporaryStatus } = record;
  const phase = phaseOf(validityOf({ ...record }), now);
  const known = facts.statuses.indexOf(temporaryStatus);
  const fresh = before.size > 0 && before.get(id) !== JSON.stringify(record);
  return element(
    'tr',
    { role: 'row', 'data-phase': phase, 'data-hue': known === -1 ? 'other' : known, class: fresh && 'fresh' },
    cell('ID', [element('span', { class: 'number id' }, String(id))]),
    cell('EVSE', [element('code', {}, evseId)], 'evse'),
    cell('Status', [element('span', { class: 'status' }, temporaryStatus)]),
    ...facts.shownAs.map(({ channel, values }) => {
      const as = Object.hasOwn(values, temporaryStatus) ? values[temporaryStatus] : undefined;
      const text = phase === 'active' ? (as ?? 'not documented') : 'real status';
      return cell(channel, [element('span', { class: 'shown' }, text)]);
    }),
    cell('Valid (UTC); the line is now', [trackOf(record, span, now), whenOf(record, phase)], 'validity'),
  );
}

function trackOf(record: Status, span: Span, now: number): HTMLElement {
  const { validFrom, validTo } = record;
  const { left, right } = barOf(validityOf({ ...record }), span);
  const open = [validFrom === undefined && 'open-left', validTo === undefined && 'open-right'];
  const bar = placed(element('b', { class: open.filter(Boolean).join(' ') }), left);
  bar.style.width = percent(right - left);
  const atNow = placed(element('i', { class: 'at-now' }), placeOf(now, span));
  return element('div', { class: 'track', 'aria-hidden': 'true' }, bar, atNow);
}

function whenOf({ validFrom, validTo }: Status, phase: Phase): HTMLElement {
  const from = validFrom === undefined ? 'no start' : readable(validFrom);
  const sameDay = validFrom !== undefined && validTo?.slice(0, 10) === validFrom.slice(0, 10);
  const to = validTo === undefined ? 'until removed' : readable(validTo).slice(sameDay ? 11 : 0);
  return element('p', { class: 'when' }, `${from} – ${to} · `, element('strong', {}, phase));
}

/** `2025-04-23T10:00:00Z` → `2025-04-23 10:00`; seconds and fractions are shown as they were sent. */
function readable(timestamp: string): string {
  const [, date, time] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d(?::(?!00Z)[\d.]+)?)(?::00)?Z$/.exec(timestamp) ?? [];
  return date === undefined ? timestamp : `${date} ${time ?? ''}`;
}

function placed<Kind extends HTMLElement>(mark: Kind, place: number): Kind {
  mark.style.left = percent(place);
  return mark;
}

function percent(fraction: number): string {
  return `${(fraction * 100).toFixed(2)}%`;
}
