import type { StubbedResponse } from '../state/stubbed-responses.ts';
import { byId, element, onSubmit } from './dom.ts';
import { facts } from './facts.ts';

/** A button for each documented refusal and each failure; `stub` is called with the responses that one stands for. */
export function stubButtons(stub: (responses: readonly StubbedResponse[], name: string) => void): void {
  const times = byId('times', HTMLInputElement);
  const form = byId('stubs', HTMLFormElement);
  onSubmit(form, () => undefined);
  const choices: [StubbedResponse, string, string][] = [
    ...facts.refusals.map(({ status, name }): [number, string, string] => [status, String(status), name]),
    ['drop-connection', '✕', 'Dropped connection'],
    ['no-response', '…', 'No response'],
  ];
  const buttons = choices.map(([response, sign, name]) => {
    const button = element('button', { type: 'button' }, element('b', {}, sign), ' ', element('span', {}, name));
    button.addEventListener('click', () => {
      const full = typeof response === 'number' ? `${response} ${name}` : name;
      if (form.reportValidity()) stub(Array<StubbedResponse>(times.valueAsNumber).fill(response), full);
    });
    return button;
  });
  byId('stub-buttons').replaceChildren(...buttons);
}

/** Shows which stubbed responses still wait: `429 × 2, 503`. */
export function showWaiting(stubs: readonly StubbedResponse[]): void {
  const groups: { text: string; count: number }[] = [];
  for (const text of stubs.map(textOf)) {
    const last = groups.at(-1);
    if (last?.text === text) last.count += 1;
    else groups.push({ text, count: 1 });
  }
  const texts = groups.map(({ text, count }) => (count === 1 ? text : `${text} × ${count}`));
  byId('waiting').textContent = texts.join(', ') || 'none';
  byId('clear-stubs').hidden = texts.length === 0;
}

function textOf(response: StubbedResponse): string {
  if (typeof response !== 'object') return String(response);
  return response.example === undefined ? String(response.status) : `${response.status} (${response.example})`;
}
