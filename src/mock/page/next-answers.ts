import type { MockState, NextAnswer } from '../types.ts';
import { byId, element } from './dom.ts';
import { codeOf, type Facts } from './facts.ts';

/** A button for each documented refusal; `ask` is called with the answers that one asks for. */
export function answerButtons(facts: Facts, ask: (answers: readonly number[], name: string) => void): void {
  const times = byId('times') as HTMLInputElement;
  const form = byId('next-answers') as HTMLFormElement;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
  });
  const buttons = facts.answers.map((answer) => {
    const code = codeOf(answer);
    const button = element('button', { type: 'button' }, element('b', {}, code), ' ', element('span', {}, answer.name));
    button.addEventListener('click', () => {
      if (form.reportValidity()) ask(Array<number>(times.valueAsNumber).fill(Number(code)), `${code} ${answer.name}`);
    });
    return button;
  });
  byId('answers').replaceChildren(...buttons);
}

/** Shows which answers still wait: `429 × 2, 503`. */
export function showWaiting({ nextAnswers }: MockState): void {
  const groups: { text: string; count: number }[] = [];
  for (const text of nextAnswers.map(textOf)) {
    const last = groups.at(-1);
    if (last?.text === text) last.count += 1;
    else groups.push({ text, count: 1 });
  }
  const text = groups.map((group) => (group.count === 1 ? group.text : `${group.text} × ${group.count}`)).join(', ');
  byId('waiting').textContent = text === '' ? 'none' : text;
}

function textOf(answer: NextAnswer): string {
  if (typeof answer === 'number') return String(answer);
  return answer.example === undefined ? String(answer.status) : `${answer.status} (${answer.example})`;
}
