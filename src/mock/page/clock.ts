import { isDateTime, parseDateTime } from '../../shared/rfc3339.ts';
import { SWITCHES } from '../state/switches.ts';
import type { MockState } from '../types.ts';
import { byId, onClick, onSubmit } from './dom.ts';

/** The mock's clock as the page follows it between two looks at the state. */
export class Clock {
  #now = Date.now();
  #seenAt = Date.now();
  #running = true;
  #edited = false;
  readonly #time = byId('clock-time', HTMLInputElement);

  /** @param set - Called with the switch's path, its new value, and what to report. */
  constructor(set: (path: string, value: string, report: string) => Promise<boolean>) {
    const change = async (value: string, report = `The clock stands at ${value}.`) => {
      if (await set(SWITCHES.clock.path, value, report)) this.#edited = false;
    };
    this.#time.addEventListener('input', () => (this.#edited = true));
    onSubmit(byId('clock', HTMLFormElement), () => {
      const { value } = this.#time;
      // A browser leaves `:00` out where the seconds are none.
      void change([`${value}Z`, `${value}:00Z`].find(isDateTime) ?? value);
    });
    for (const button of document.querySelectorAll<HTMLElement>('[data-step-ms]')) {
      const step = Number(button.dataset['stepMs']);
      button.addEventListener('click', () => void change(toText(this.now() + step)));
    }
    onClick('real-time', () => void change('real', 'The clock shows the real time.'));
  }

  follow({ clock }: MockState): void {
    this.#now = parseDateTime(clock.now) ?? Date.now();
    this.#seenAt = Date.now();
    this.#running = clock.running;
    byId('clock-state').textContent = clock.running ? '' : 'stands still';
    if (!this.#edited) this.#time.value = clock.now.slice(0, 19);
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

/** To the second, as the API writes its times. */
function toText(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 19)}Z`;
}
