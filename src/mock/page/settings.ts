import { SWITCHES, type Switches } from '../state/switches.ts';
import { byId, onSubmit, option } from './dom.ts';
import { codeOf, facts } from './facts.ts';

type Field = HTMLInputElement | HTMLSelectElement;

/** Values of a form's enabled fields, by their names in page.html. */
type FieldValues = Readonly<Record<string, string | number>>;

/** How the fields of a form stand for the value of its switch. */
interface Setting<Value> {
  readonly write: (value: Value) => FieldValues;
  readonly read: (values: FieldValues) => unknown;
}

/** One of several words, or an object, whose members are fields that show when the word `own` is chosen. */
const choice = (own = ''): Setting<string | object> => ({
  write: (value) => (typeof value === 'string' ? { kind: value } : { kind: own, ...value }),
  read: ({ kind, ...members }) => (Object.keys(members).length === 0 ? kind : members),
});

/** The clock has a form of its own. The compiler asks for a row for each new switch, and each has its form in page.html. */
const settings: { readonly [Name in Exclude<keyof Switches, 'clock'>]: Setting<Switches[Name]> } = {
  latencyMs: {
    write: (value) => {
      const [least, most] = typeof value === 'number' ? [value, value] : value;
      return { least, most };
    },
    read: ({ least, most }) => (least === most ? least : [least, most]),
  },
  rateLimit: choice('own'),
  errorRate: {
    write: (value) => {
      const { rate, ...status } = typeof value === 'number' ? { rate: value } : value;
      return { percent: Number((rate * 100).toFixed(6)), ...status };
    },
    read: ({ percent, status }) => ({ rate: Number(percent) / 100, status: Number(status) }),
  },
  // The mock does not show the key that it was given.
  keys: { ...choice(), write: (value) => ({ kind: typeof value === 'string' ? value : 'one' }) },
  validFromWhenOmitted: choice(),
  randomSeed: { write: (seed) => ({ seed }), read: ({ seed }) => seed },
};

/** Wires the form of each switch. `set` is called with the path of its call, the value and the title when it is submitted. */
export function settingsForms(set: (path: string, value: unknown, title: string) => Promise<boolean>): {
  show: (switches: Switches) => void;
} {
  const serverErrors = facts.refusals.map(codeOf).filter((code) => code.startsWith('5'));
  byId('error-status').replaceChildren(...serverErrors.map((code) => option(code)));
  const rows = Object.entries(settings).map(([key, setting]) => {
    const name = key as keyof typeof settings;
    const form = byId(name, HTMLFormElement);
    const row = { name, form, write: setting.write as Setting<unknown>['write'], edited: false };
    form.addEventListener('input', () => {
      row.edited = true;
      fit(form);
    });
    onSubmit(form, () => {
      const title = form.querySelector('legend')?.textContent ?? '';
      void set(SWITCHES[name].path, setting.read(valuesOf(form)), title).then((done) => (row.edited &&= !done));
    });
    return row;
  });
  return {
    // What someone is typing is left alone until it is set.
    show: (switches) => {
      for (const { name, form, write, edited } of rows) if (!edited) fill(form, write(switches[name]));
    },
  };
}

/** Shows these values; in any other field, what page.html says. */
function fill(form: HTMLFormElement, values: FieldValues): void {
  form.reset();
  for (const [name, value] of Object.entries(values)) {
    (form.elements.namedItem(name) as Field).value = String(value);
  }
  fit(form);
}

/** Shows the fields that belong to the chosen kind alone. */
function fit(form: HTMLFormElement): void {
  for (const part of form.querySelectorAll<HTMLElement>('[data-when]')) {
    part.hidden = (form.elements.namedItem('kind') as Field).value !== part.dataset['when'];
    for (const field of part.querySelectorAll<Field>('[name]')) field.disabled = part.hidden;
  }
}

function valuesOf(form: HTMLFormElement): FieldValues {
  const fields = [...form.querySelectorAll<HTMLInputElement>('[name]:enabled')];
  return Object.fromEntries(
    fields.map((field) => [field.name, field.type === 'number' ? field.valueAsNumber : field.value]),
  );
}
