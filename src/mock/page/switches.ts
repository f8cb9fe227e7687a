import { fromText, SWITCHES, toText, type Switches } from '../state/switches.ts';
import { byId, element, onSubmit } from './dom.ts';

/**
 * A form for each switch, whose field takes what the flag takes. `set` is called with the path of the switch's call, the
 * value and what was done. @returns shows the switches as they are set
 */
export function switchForms(
  set: (path: string, value: unknown, done: string) => Promise<boolean>,
): (switches: Switches) => void {
  const rows = Object.entries(SWITCHES).map(([key, row]) => {
    const { path, help, placeholder } = row;
    const hint = `${key}-hint`;
    const title = path.charAt(0).toUpperCase() + path.slice(1).replaceAll('-', ' ');
    const attributes = { required: true, autocomplete: 'off', spellcheck: 'false', 'aria-describedby': hint };
    const field = element('input', { type: 'text', ...attributes });
    const button = element('button', { type: 'submit', 'aria-describedby': hint }, 'Set');
    const texts = element('p', { class: 'hint', id: hint }, `${help}: `, element('code', {}, placeholder.slice(1, -1)));
    const line = element('div', { class: 'line' }, element('label', {}, title, field), button);
    const form = element('form', { id: key }, line, texts);
    onSubmit(form, () => {
      const done = set(path, fromText(row, field.value), `${title} is set.`);
      void done.then((isDone) => {
        if (isDone) field.value = field.defaultValue;
      });
    });
    return { name: key as keyof Switches, row, field, form };
  });
  byId('settings').replaceChildren(...rows.map(({ form }) => form));
  return (switches) => {
    for (const { name, row, field } of rows) {
      const isEdited = field.value !== field.defaultValue;
      field.defaultValue = toText(row, switches[name]);
      // What someone is typing is left alone until it is set.
      if (!isEdited) field.value = field.defaultValue;
    }
  };
}
