import { isDateTime, parseDateTime } from '../../shared/rfc3339.ts';
import { SWITCHES } from '../state/switches.ts';
import type { MockState } from '../types.ts';
import { byId, element } from './dom.ts';

const steps = { '+1 min': 60_000, '+1 h': 3_600_000, '+1 day': 86_400_000 };

/** The mock's clock as the page follows it between two looks at the state. */
export class Clock {
  #now = Date.now();
  #seenAt = Date.now();
  #running = true;
  #edited = false;

  /** @param set - Called with the switch's path, its new value, and what to report. */
  constructor(set: (path: string, value: string, report: string) => Promise<boolean>) {
    const time = byId('clock-time') as HTMLInputElement;
    const change = async (value: string, report: string) => {
      if (await set(SWITCHES.clock.path, value, report)) this.#edited = false;
    };
    time.addEventListener('input', () => (this.#edited = true));
    byId('clock').addEventListener('submit', (event) => {
      event.preventDefault();
      // A browser leaves `:00` out where the seconds are none.
      const instant = [`${time.value}Z`, `${time.value}:00Z`].find(isDateTime) ?? time.value;
      void change(instant, `The clock stands at ${instant}.`);
    });
    const buttons = Object.entries(steps).map(([label, length]) =>
      stepButton(label, () => {
        const instant = toText(this.now() + length);
        void change(instant, `The clock stands at ${instant}.`);
      }),
    );
    buttons.push(stepButton('Real time', () => void change('real', 'The clock shows the real time.')));
    byId('clock-steps').replaceChildren(...buttons);
  }

  follow({ clock }: MockState): void {
    this.#now = parseDateTime(clock.now) ?? Date.now();
    this.#seenAt = Date.now();
    this.#running = clock.running;
    byId('clock-state').textContent = clock.running ? '' : 'stands still';
    if (!this.#edited) (byId('clock-time') as HTMLInputElement).value = clock.now.slice(0, 19);
  }

  now(): number {
    return this.#running ? this.#now + Date.now() - this.#seenAt : this.#now;
  }

  show(): void {
    const text = toText(this.now());
    byId('now').textContent = text.replace('T', ' ').replace('Z', '');
    byId('now').setAttribute('datetime', text);
  }
}

function stepButton(label: string, press: () => void): HTMLElement {
  const button = element('button', { type: 'button', class: 'quiet' }, label);
  button.addEventListener('click', press);
  return button;
}

/** To the second, as the API writes its times. */
function toText(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 19)}Z`;
}
