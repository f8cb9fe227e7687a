import type { ReceivedRequest, ResponseSource } from '../types.ts';
import { byId, cell, element, type Child } from './dom.ts';

/** What is shown of a response that neither the records nor the validation determined. */
const sources: Readonly<Partial<Record<ResponseSource, string>>> = {
  prefer: 'asked for with Prefer',
  stubbedResponse: 'stubbed response',
  errorRate: 'error rate',
  rateLimit: 'rate limit',
};

/** The rows by what they show. */
let rows = new Map<string, HTMLElement>();

/** Shows the received requests, the newest first. Unchanged rows are left alone: someone may be reading them. */
export function showRequests(requests: readonly ReceivedRequest[]): void {
  const first = rows.size === 0;
  const before = rows;
  rows = new Map(
    requests.map((request) => {
      const key = JSON.stringify(request);
      return [key, before.get(key) ?? rowOf(request, !first)];
    }),
  );
  for (const [key, gone] of before) if (!rows.has(key)) gone.remove();
  for (const added of rows.values()) if (!added.isConnected) byId('requests').prepend(added);

  byId('requests-count').textContent = requests.length === 0 ? '' : `last ${requests.length}, newest first`;
  byId('requests-empty').hidden = requests.length > 0;
  byId('requests-table').hidden = requests.length === 0;
}

function rowOf(request: ReceivedRequest, fresh: boolean): HTMLElement {
  const { at, status } = request;
  return element(
    'tr',
    { role: 'row', class: fresh && 'fresh' },
    cell('Time (UTC)', [element('time', { datetime: at, title: at }, at.slice(11, 23))]),
    cell('Request', [requestOf(request)]),
    cell('Response', [
      element('span', { class: 'code', 'data-class': Math.floor(status / 100) }, String(status || 'none')),
    ]),
    cell('Why', whyOf(request)),
  );
}

function requestOf({ method, path, body, id }: ReceivedRequest): HTMLElement {
  const line = element('div', {}, element('code', { class: 'method' }, method), ' ', element('code', {}, path));
  if (body === undefined) return line;
  const text = element('pre', { tabindex: 0, role: 'region', 'aria-label': 'Request body' }, element('code', {}, body));
  line.append(element('details', { 'data-request': id }, element('summary', {}, 'Body'), text));
  return line;
}

function whyOf({ violations, ignoredFields, source, id, requestId }: ReceivedRequest): HTMLElement[] {
  const muted = (text: string) => element('code', { class: 'muted' }, text);
  const lines: Child[][] = violations.map(({ code, message }) => [`${message} `, muted(code)]);
  if (ignoredFields.length > 0) lines.push(['ignored: ', element('code', {}, ignoredFields.join(', '))]);
  const why = sources[source];
  if (why !== undefined) lines.push([why]);
  if (requestId !== undefined) lines.push([muted(requestId)]);
  const items = lines.map((line) => element('li', {}, ...line));
  return items.length === 0 ? [] : [element('ul', { class: 'why', 'data-request': id }, ...items)];
}
