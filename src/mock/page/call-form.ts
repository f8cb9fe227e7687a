import { temporaryStatusValues } from '../../../generated/types.ts';
import type { MockRecord } from '../types.ts';
import { byId, element, onSubmit } from './dom.ts';

/** As many records as a person picks from. */
const mostRecords = 200;

/**
 * The form that creates or updates a record with a call of the API. `send` is called when it is submitted; without an id, it
 * is a create. @returns shows which records can be updated
 */
export function callForm(
  send: (id: string | undefined, body: Readonly<Record<string, string>>) => void,
): (records: readonly MockRecord[]) => void {
  const form = byId('call', HTMLFormElement);
  const record = byId('call-record', HTMLSelectElement);
  const evseId = byId('call-evse', HTMLInputElement);
  const status = byId('call-status', HTMLSelectElement);
  const keep = element('option', { value: '' }, 'as it is');
  status.replaceChildren(keep, ...temporaryStatusValues.map((value) => element('option', { value }, value)));
  const fit = () => {
    const isCreate = record.value === '';
    evseId.disabled = !isCreate;
    keep.hidden = keep.disabled = isCreate;
    if (isCreate && status.value === '') status.value = temporaryStatusValues[0] ?? '';
    byId('call-submit').textContent = isCreate ? 'Create' : 'Update';
  };
  record.addEventListener('change', fit);
  onSubmit(form, () => {
    const texts = [...new FormData(form)].map(([name, text]) => [name, wire(name, text as string)] as const);
    send(record.value || undefined, Object.fromEntries(texts.filter(([, text]) => text !== '')));
  });
  fit();
  return (records) => {
    const ids = records.slice(0, mostRecords).map(({ id }) => JSON.stringify(id));
    const shown = [...record.options].slice(1).map(({ value }) => value);
    if (ids.join() === shown.join()) return;
    const { value } = record;
    record.replaceChildren(
      element('option', { value: '' }, 'a new record'),
      ...ids.map((id) => element('option', { value: id }, `update ${id}`)),
    );
    record.value = ids.includes(value) ? value : '';
    fit();
  };
}

/** A browser writes local times without a zone, and no seconds where there are none; the form's times are UTC. */
function wire(name: string, text: string): string {
  if (text === '' || !name.startsWith('valid')) return text;
  return `${text.length === 16 ? `${text}:00` : text}Z`;
}
