import type { components } from '../../../generated/types.ts';
import { phaseOf, validityOf, type Phase, type Validity } from '../state/validity.ts';
import type { MockRecord } from '../types.ts';
import { byId, element } from './dom.ts';
import type { Facts } from './facts.ts';
import { barOf, placeOf, spanAround, spanOfAll, ticksOf, type Span } from './timeline.ts';

type StatusRecord = components['schemas']['TemporaryEvseStatus'];

/** As many records as a person reads; more are counted below the table. */
const mostRows = 200;

/** The table of records, and their time line. */
export class RecordsTable {
  readonly #facts: Facts;
  #shown = '';
  #before = new Map<number, string>();

  constructor(facts: Facts) {
    this.#facts = facts;
  }

  /** Shows the records as they stand at `now`; touches nothing where it would look the same. */
  show(kept: readonly MockRecord[], now: number): void {
    const choice = (byId('span') as HTMLSelectElement).value;
    const records = kept as unknown as readonly StatusRecord[];
    const validities = kept.map(validityOf);
    const span = choice === 'all' ? spanOfAll(validities, now) : spanAround(now, Number(choice));
    const phases = validities.map((validity) => phaseOf(validity, now));
    const shown = JSON.stringify([
      records,
      phases,
      Math.round(placeOf(now, span) * 500),
      ...Object.values(span).map(minutes),
    ]);
    if (shown === this.#shown) return;
    this.#shown = shown;

    byId('records-count').textContent = String(records.length);
    byId('records-empty').hidden = records.length > 0;
    byId('records-head').replaceChildren(...this.#head(span, now));
    const rows = records
      .slice(0, mostRows)
      .map((record, index) => this.#row(record, validities[index] ?? {}, phases[index] ?? 'active', span, now));
    if (records.length > mostRows) rows.push(moreRow(records.length - mostRows, 4 + this.#facts.shownAs.length));
    byId('records').replaceChildren(...rows);
    this.#before = new Map(records.map((record) => [record.id, JSON.stringify(record)]));
  }

  #head(span: Span, now: number): HTMLElement[] {
    const marks = ticksOf(span)
      .map(({ instant, label }) => ({ place: placeOf(instant, span), label }))
      .filter(({ place }) => place > 0.04 && place < 0.96)
      .map(({ place, label }) => placed(element('span', {}, label), place));
    const axis = element('div', { class: 'axis', 'aria-hidden': 'true' });
    axis.append(...marks, placed(element('span', { class: 'at-now' }, 'now'), placeOf(now, span)));
    return [
      heading('ID'),
      heading('EVSE'),
      heading('Status'),
      ...this.#facts.shownAs.map(({ channel, delay }) => heading(channel, element('small', {}, delay))),
      element(
        'th',
        { role: 'columnheader', scope: 'col', class: 'validity' },
        element('span', { class: 'axis-title' }, 'Valid (UTC)'),
        axis,
      ),
    ];
  }

  #row(record: StatusRecord, validity: Validity, phase: Phase, span: Span, now: number): HTMLElement {
    const { temporaryStatus } = record;
    const known = this.#facts.statuses.indexOf(temporaryStatus);
    const before = this.#before.get(record.id);
    const fresh = this.#before.size > 0 && before !== JSON.stringify(record);
    return element(
      'tr',
      {
        role: 'row',
        'data-phase': phase,
        'data-hue': known === -1 ? 'other' : known,
        class: fresh ? 'fresh' : undefined,
      },
      cell('ID', element('span', { class: 'number id' }, String(record.id))),
      cell('EVSE', element('code', {}, record.evseId), 'evse'),
      cell('Status', element('span', { class: 'status' }, temporaryStatus)),
      ...this.#facts.shownAs.map(({ channel, values }) => {
        const as = Object.hasOwn(values, temporaryStatus) ? values[temporaryStatus] : undefined;
        const text = phase === 'active' ? (as ?? 'not documented') : 'real status';
        return cell(channel, element('span', { class: 'shown' }, text));
      }),
      validityCell(record, validity, phase, span, now),
    );
  }
}

function validityCell(record: StatusRecord, validity: Validity, phase: Phase, span: Span, now: number): HTMLElement {
  const track = element('div', { class: 'track', 'aria-hidden': 'true' });
  for (const { instant } of ticksOf(span)) track.append(placed(element('i'), placeOf(instant, span)));
  const bar = barOf(validity, span);
  if (typeof bar === 'string') {
    track.append(element('em', { class: bar }, bar === 'before' ? '◂ earlier' : 'later ▸'));
  } else {
    const open = [validity.from === undefined && 'open-left', validity.to === undefined && 'open-right'];
    const shape = placed(element('b', { class: open.filter(Boolean).join(' ') }), bar.left);
    shape.style.width = percent(bar.right - bar.left);
    track.append(shape);
  }
  track.append(placed(element('i', { class: 'at-now' }), placeOf(now, span)));
  return cell('Valid (UTC); the line is now', element('div', {}, track, whenOf(record, phase)), 'validity');
}

function whenOf({ validFrom, validTo }: StatusRecord, phase: Phase): HTMLElement {
  const from = validFrom === undefined ? 'no start' : readable(validFrom);
  const sameDay = validFrom !== undefined && validTo?.slice(0, 10) === validFrom.slice(0, 10);
  const to = validTo === undefined ? 'until removed' : sameDay ? readable(validTo).slice(11) : readable(validTo);
  const line = element('p', { class: 'when' }, `${from} – ${to} · `);
  line.append(element('strong', {}, phase));
  return line;
}

/** `2025-04-23T10:00:00Z` → `2025-04-23 10:00`; seconds and fractions are shown as they were sent. */
function readable(timestamp: string): string {
  const [, date, time] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d(?::(?!00Z)[\d.]+)?)(?::00)?Z$/.exec(timestamp) ?? [];
  return date === undefined ? timestamp : `${date} ${time ?? ''}`;
}

function heading(text: string, ...more: readonly HTMLElement[]): HTMLElement {
  return element('th', { role: 'columnheader', scope: 'col' }, text, ...more);
}

function cell(column: string, content: HTMLElement, kind?: string): HTMLElement {
  return element('td', { role: 'cell', 'data-column': column, class: kind }, content);
}

function moreRow(count: number, columns: number): HTMLElement {
  return element('tr', { role: 'row' }, element('td', { role: 'cell', colspan: columns }, `… and ${count} more`));
}

function placed<Kind extends HTMLElement>(mark: Kind, place: number): Kind {
  mark.style.left = percent(place);
  return mark;
}

function percent(fraction: number): string {
  return `${(fraction * 100).toFixed(2)}%`;
}

function minutes(instant: number): number {
  return Math.round(instant / 60_000);
}
