import type { AnsweredBy, ReceivedRequest } from '../types.ts';
import { byId, element } from './dom.ts';

/** What is said of an answer that did not come from memory or from a check of the request. */
const reasons: Readonly<Partial<Record<AnsweredBy, string>>> = {
  prefer: 'asked for with Prefer',
  respondNext: 'asked for as next answer',
  errorRate: 'error rate',
  rateLimit: 'rate limit',
};

/** The rows that stand, by what they show. */
let rows = new Map<string, HTMLElement>();

/** Shows the received requests, the newest first. Rows that stand are left alone: a person may be reading them. */
export function showRequests(requests: readonly ReceivedRequest[]): void {
  const first = rows.size === 0;
  const before = rows;
  rows = new Map(
    requests.map((request) => {
      const key = JSON.stringify(request);
      return [key, before.get(key) ?? row(request, !first)];
    }),
  );
  for (const [key, gone] of before) if (!rows.has(key)) gone.remove();
  for (const standing of rows.values()) if (!standing.isConnected) byId('requests').prepend(standing);

  byId('requests-count').textContent = requests.length === 0 ? '' : `last ${requests.length}, newest first`;
  byId('requests-empty').hidden = requests.length > 0;
  byId('requests-table').hidden = requests.length === 0;
}

function row(request: ReceivedRequest, fresh: boolean): HTMLElement {
  return element(
    'tr',
    { role: 'row', class: fresh && 'fresh' },
    cell('Time (UTC)', element('time', { datetime: request.at, title: request.at }, request.at.slice(11, 19))),
    cell('Request', requestOf(request)),
    cell(
      'Answer',
      element('span', { class: 'answer', 'data-class': Math.floor(request.status / 100) }, String(request.status)),
    ),
    cell('Why', ...whyOf(request)),
  );
}

function requestOf({ method, path, body, id }: ReceivedRequest): HTMLElement {
  const line = element('div', {}, element('code', { class: 'method' }, method), ' ', element('code', {}, path));
  if (body !== undefined) {
    line.append(
      element(
        'details',
        { 'data-request': id },
        element('summary', {}, 'Body'),
        element('pre', { tabindex: 0, role: 'region', 'aria-label': 'Request body' }, element('code', {}, body)),
      ),
    );
  }
  return line;
}

function whyOf({ violations, ignoredFields, answeredBy, id }: ReceivedRequest): HTMLElement[] {
  const lines = violations.map(({ code, message }) =>
    element('li', {}, `${message} `, element('code', { class: 'code' }, code)),
  );
  if (ignoredFields.length > 0)
    lines.push(element('li', {}, 'ignored: ', element('code', {}, ignoredFields.join(', '))));
  const reason = reasons[answeredBy];
  if (reason !== undefined) lines.push(element('li', { class: 'reason' }, reason));
  return lines.length === 0 ? [] : [element('ul', { class: 'why', 'data-request': id }, ...lines)];
}

function cell(column: string, ...content: readonly HTMLElement[]): HTMLElement {
  return element('td', { role: 'cell', 'data-column': column }, ...content);
}
