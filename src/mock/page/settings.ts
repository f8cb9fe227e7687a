import { SWITCHES, type Switches } from '../state/switches.ts';
import { element, type Child } from './dom.ts';
import { codeOf, type Facts } from './facts.ts';

/** The form fields of one switch: how they show its value, and which value they hold. */
interface Fields<Value> {
  readonly title: string;
  readonly hint: string;
  /** Whether it is hidden under "More switches". */
  readonly more?: boolean;
  readonly line: readonly Child[];
  readonly write: (value: Value) => void;
  readonly read: () => unknown;
}

/** The clock has a form of its own. */
type Settings = { readonly [Name in Exclude<keyof Switches, 'clock'>]: Fields<Switches[Name]> };

/** The compiler asks for a row for each new switch. */
function settingsOf(facts: Facts): Settings {
  return {
    latencyMs: latency(),
    rateLimit: rateLimit(),
    errorRate: errorRate(facts),
    keys: keys(),
    validFromWhenOmitted: choice(
      'An update without validFrom',
      'The vendor does not say what it does to the stored start.',
      'The start is',
      { keep: 'kept', now: 'set to now' },
    ),
    randomSeed: randomSeed(),
  };
}

/** A form for each switch. `set` is called with the path of its call, the value and the title when one is submitted. */
export function settingsForms(
  facts: Facts,
  set: (path: string, value: unknown, title: string) => Promise<boolean>,
): { forms: HTMLElement[]; more: HTMLElement[]; show: (switches: Switches) => void } {
  const rows = Object.entries(settingsOf(facts)).map(([name, fields]) => {
    const { path } = SWITCHES[name as keyof Settings];
    const form = element(
      'form',
      { 'data-switch': name },
      element(
        'fieldset',
        {},
        element('legend', {}, fields.title),
        element('p', { class: 'hint' }, fields.hint),
        element('div', { class: 'line' }, ...fields.line, element('button', { type: 'submit' }, 'Set')),
      ),
    );
    const row = { name: name as keyof Settings, fields: fields as Fields<unknown>, edited: false, form };
    form.addEventListener('input', () => (row.edited = true));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void set(path, fields.read(), fields.title).then((done) => (row.edited &&= !done));
    });
    return row;
  });
  return {
    forms: rows.filter(({ fields }) => fields.more !== true).map(({ form }) => form),
    more: rows.filter(({ fields }) => fields.more === true).map(({ form }) => form),
    // What someone is typing is left alone until it is set.
    show: (switches) => {
      for (const { name, fields, edited } of rows) if (!edited) fields.write(switches[name]);
    },
  };
}

function latency(): Fields<Switches['latencyMs']> {
  const [least, most] = [number({ min: 0, step: 'any' }), number({ min: 0, step: 'any' })];
  return {
    title: 'Latency',
    hint: 'How long each response takes; two different numbers: a random time between them.',
    line: [labelled('From', least), labelled('to', most, 'ms')],
    write: (value) => {
      const [low, high] = typeof value === 'number' ? [value, value] : value;
      [least.value, most.value] = [String(low), String(high)];
    },
    read: () => (least.value === most.value ? least.valueAsNumber : [least.valueAsNumber, most.valueAsNumber]),
  };
}

function rateLimit(): Fields<Switches['rateLimit']> {
  const kind = select({ document: 'as documented', off: 'off', own: 'own' });
  const [requests, windowSeconds] = [number({ min: 0, step: 1 }), number({ min: 1, step: 1 })];
  const own = element('span', { class: 'line' }, labelled('Requests', requests), labelled('in', windowSeconds, 's'));
  const fit = () => {
    own.hidden = kind.value !== 'own';
    for (const input of [requests, windowSeconds]) input.disabled = own.hidden;
  };
  kind.addEventListener('change', fit);
  // A client that obeys Retry-After waits for the end of the window.
  [requests.value, windowSeconds.value] = ['5', '1'];
  return {
    title: 'Rate limit',
    hint: 'After this many requests, the response is 429 until the window ends.',
    line: [labelled('Limit', kind), own],
    write: (value) => {
      kind.value = typeof value === 'string' ? value : 'own';
      if (typeof value !== 'string')
        [requests.value, windowSeconds.value] = [value.requests, value.windowSeconds].map(String) as [string, string];
      fit();
    },
    read: () =>
      kind.value === 'own'
        ? { requests: requests.valueAsNumber, windowSeconds: windowSeconds.valueAsNumber }
        : kind.value,
  };
}

function errorRate(facts: Facts): Fields<Switches['errorRate']> {
  const percent = number({ min: 0, max: 100, step: 'any' });
  const codes = facts.refusals.map(codeOf).filter((code) => code.startsWith('5'));
  const status = select(Object.fromEntries(codes.map((code) => [code, code])));
  return {
    title: 'Error rate',
    hint: 'The share of requests that get a server error, at random.',
    line: [labelled('Share', percent, '%'), labelled('as', status)],
    write: (value) => {
      percent.value = String((typeof value === 'number' ? value : value.rate) * 100);
      status.value = typeof value === 'number' ? (codes[0] ?? '') : String(value.status);
    },
    read: () => ({ rate: percent.valueAsNumber / 100, status: Number(status.value) }),
  };
}

function keys(): Fields<Switches['keys']> {
  const kind = select({ any: 'any', one: 'only this one', off: 'none is needed' });
  const key = element('input', {
    type: 'text',
    autocomplete: 'off',
    spellcheck: 'false',
    pattern: '[!-~]+',
    required: true,
  });
  const own = labelled('Key', key);
  const fit = () => {
    own.hidden = kind.value !== 'one';
    key.disabled = own.hidden;
  };
  kind.addEventListener('change', fit);
  return {
    title: 'API keys',
    hint: 'Which keys the mock accepts. Never give it a real one.',
    more: true,
    line: [labelled('Accepted', kind), own],
    write: (value) => {
      kind.value = typeof value === 'string' ? value : 'one';
      // The mock does not show the key that it was given.
      key.value = '';
      fit();
    },
    read: () => (kind.value === 'one' ? { one: key.value } : kind.value),
  };
}

function randomSeed(): Fields<Switches['randomSeed']> {
  const seed = number({ min: 0, step: 1 });
  return {
    title: 'Random numbers',
    hint: 'The same seed gives the same latencies and errors.',
    more: true,
    line: [labelled('Seed', seed)],
    write: (value) => (seed.value = String(value)),
    read: () => seed.valueAsNumber,
  };
}

function choice<Value extends string>(
  title: string,
  hint: string,
  label: string,
  options: Record<Value, string>,
): Fields<Value> {
  const chosen = select(options);
  return {
    title,
    hint,
    more: true,
    line: [labelled(label, chosen)],
    write: (value) => (chosen.value = value),
    read: () => chosen.value,
  };
}

function number(attributes: Readonly<Record<string, string | number>>): HTMLInputElement {
  return element('input', { type: 'number', required: true, ...attributes });
}

function select(options: Readonly<Record<string, string>>): HTMLSelectElement {
  return element('select', {}, ...Object.entries(options).map(([value, text]) => element('option', { value }, text)));
}

function labelled(text: string, input: HTMLElement, unit = ''): HTMLElement {
  return element('label', {}, text, input, unit);
}
