import { temporaryStatusValues, type components } from '../../../generated/types.ts';
import type { MockRecord } from '../types.ts';
import { byId, onSubmit, option } from './dom.ts';

/** What the form sends: a create, or an update of the record with this id. */
export interface FormCall {
  readonly id: string | undefined;
  readonly body: Partial<Record<Field, string>>;
}

type Field = keyof components['schemas']['TemporaryEvseStatusCreate'];

/** The form that creates or updates a record with a call of the API. `send` is called when it is submitted. */
export function callForm(send: (call: FormCall) => Promise<boolean>): {
  show: (records: readonly MockRecord[]) => void;
} {
  const form = byId('call', HTMLFormElement);
  const record = byId('call-record', HTMLSelectElement);
  const fieldOf = (name: Field) => form.elements.namedItem(name) as HTMLInputElement | HTMLSelectElement;
  const status = fieldOf('temporaryStatus');
  const keep = option('', 'as it is');
  status.replaceChildren(keep, ...temporaryStatusValues.map((value) => option(value)));
  const fit = () => {
    const isCreate = record.value === '';
    fieldOf('evseId').disabled = !isCreate;
    byId('call-evse').hidden = !isCreate;
    keep.hidden = keep.disabled = isCreate;
    if (isCreate && status.value === '') status.value = temporaryStatusValues[0] ?? '';
    byId('call-submit').textContent = isCreate ? 'Create' : 'Update';
  };
  record.addEventListener('change', fit);
  onSubmit(form, () => {
    const texts = [...new FormData(form)].map(([name, text]): [string, string] => [name, wire(name, text as string)]);
    const body = Object.fromEntries(texts.filter(([name, text]) => name !== 'record' && text !== ''));
    void send({ id: record.value === '' ? undefined : record.value, body });
  });
  fit();
  let shown = '';
  return {
    show(records) {
      const ids = records.map(({ id }) => JSON.stringify(id));
      if (shown === ids.join()) return;
      shown = ids.join();
      const { value } = record;
      const updates = ids.slice(0, 200).map((id) => option(id, `update ${id}`));
      record.replaceChildren(option('', 'a new record'), ...updates);
      record.value = ids.includes(value) ? value : '';
      fit();
    },
  };
}

/** A browser writes local times without a zone; the form's are UTC. */
function wire(name: string, text: string): string {
  if (text === '' || !name.startsWith('valid')) return text;
  return `${text.length === 16 ? `${text}:00` : text}Z`;
}
