/** The small changes that broken and benign providers are made of. */
import { isObject } from '../support/document.ts';
import type { OperationName } from './places.ts';
import type { Refusal } from './refusal.ts';
import type { Call, Change, EvseStatus, Fields, Outcome, Steps } from './steps.ts';

/** Limits a change to the calls of one operation. */
export const on =
  (operation: OperationName, change: Change): Change =>
  (correct) => {
    const changed = Object.entries(change(correct)).map(([name, step]) => {
      if (typeof step !== 'function') return [name, step];
      const before = correct[name as keyof Steps] as (...values: unknown[]) => unknown;
      return [
        name,
        (...values: unknown[]) =>
          (values.at(-1) as Call).operation === operation ? (step as typeof before)(...values) : before(...values),
      ];
    });
    return Object.fromEntries(changed) as Partial<Steps>;
  };

/** Both changes, the second on top of the first. */
export const both =
  (first: Change, second: Change): Change =>
  (correct) => {
    const changed = first(correct);
    return { ...changed, ...second({ ...correct, ...changed }) };
  };

type Edit = Partial<Outcome> | undefined;

/** Changes what is sent. */
export const sending =
  (edit: (outcome: Outcome, call: Call) => Edit): Change =>
  ({ finish }) => ({
    finish: (outcome, call) => {
      const before = finish(outcome, call);
      return { ...before, ...edit(before, call) };
    },
  });

/** Changes what is sent for some reasons. */
export const sendingFor = (
  reasons: Outcome['because'] | readonly Outcome['because'][],
  edit: (outcome: Outcome, call: Call) => Edit,
): Change => sending((outcome, call) => ([reasons].flat().includes(outcome.because) ? edit(outcome, call) : undefined));

/** Sends another status for a reason. */
export const instead = (because: Outcome['because'], status: number): Change => sendingFor(because, () => ({ status }));

/** Changes what is sent with every refusal. */
export const refusing = (edit: (outcome: Outcome, call: Call) => Edit): Change =>
  sending((outcome, call) => (outcome.because === 'success' ? undefined : edit(outcome, call)));

/** Adds or changes headers; `undefined` leaves one out. */
export const withHeaders = (
  edit: (headers: Outcome['headers'], outcome: Outcome) => Outcome['headers'] | undefined,
): Change => sending((outcome) => ({ headers: { ...outcome.headers, ...edit(outcome.headers, outcome) } }));

/** Sends another media type for a reason. */
export const typed = (because: Outcome['because'], type: string | undefined): Change =>
  sendingFor(because, ({ headers }) => ({ headers: { ...headers, 'Content-Type': type } }));

/** Changes each record that is shown. */
export const showing =
  (edit: (record: Fields, call: Call) => unknown): Change =>
  ({ show }) => ({ show: (record, call) => edit(show(record, call) as Fields, call) });

/** Changes the fields of every error. */
export const explaining =
  (edit: (error: Fields, refusal: Refusal, call: Call) => unknown): Change =>
  ({ explain }) => ({
    explain: (refusal, call) => edit((explain(refusal, call) as { error: Fields }).error, refusal, call),
  });

/** Changes the text of the body that is sent for a reason. */
export const writingFor =
  (because: Outcome['because'], edit: (text: string, outcome: Outcome, call: Call) => string | Uint8Array): Change =>
  ({ write }) => ({
    write: (body, outcome, call) => {
      const text = write(body, outcome, call);
      return outcome.because === because ? edit(String(text), outcome, call) : text;
    },
  });

/** Changes what is stored by a create or an update. */
export const merging =
  (edit: (after: EvseStatus, sent: Fields, before: EvseStatus) => EvseStatus): Change =>
  ({ merge }) => ({ merge: (before, sent, call) => edit(merge(before, sent, call), sent, before) });

/** Reads a value in another way; `undefined` reads it as the correct provider does. */
export const reading =
  (edit: (field: string, value: unknown) => unknown): Change =>
  ({ read }) => ({ read: (field, value, call) => edit(field, value) ?? read(field, value, call) });

/** Refuses values that the document allows. */
export const refusingValues =
  (isRefused: (field: string, value: unknown) => boolean): Change =>
  ({ read }) => ({ read: (field, value, call) => (isRefused(field, value) ? undefined : read(field, value, call)) });

/** Rewrites a time before it is read. */
export const rewriting =
  (edit: (text: string) => string): Change =>
  ({ instantOf }) => ({ instantOf: (value, call) => instantOf(typeof value === 'string' ? edit(value) : value, call) });

/** Moves an instant after it is read. */
export const moving =
  (edit: (instant: number, text: string) => number): Change =>
  ({ instantOf }) => ({
    instantOf: (value, call) => {
      const instant = instantOf(value, call);
      return instant === undefined ? undefined : edit(instant, String(value));
    },
  });

/** Changes the records before a call. */
export const beforeCall =
  (edit: (steps: Readonly<Steps>, call: Call) => void): Change =>
  (correct) => ({
    keyOf: (call) => {
      edit(correct, call);
      return correct.keyOf(call);
    },
  });

/** Changes the records after a call. */
export const afterCall =
  (edit: (steps: Readonly<Steps>, outcome: Outcome, call: Call) => void): Change =>
  (correct) => ({
    finish: (outcome, call) => {
      edit(correct, outcome, call);
      return correct.finish(outcome, call);
    },
  });

/** Starts with a change to the record that the check changes. */
export const startingFrom =
  (edit: (record: EvseStatus) => EvseStatus): Change =>
  ({ records }) => {
    for (const record of [...records.values()].slice(0, 1)) records.set(record.id, edit(record));
    return {};
  };

/** Gives the record that the check changes another id. */
export const withId =
  (id: number): Change =>
  ({ records }) => {
    const [record] = records.values();
    if (record === undefined) return {};
    records.delete(record.id);
    records.set(id, { ...record, id });
    return {};
  };

/** The connection ends without a response. */
export function hangUp(): never {
  throw new TypeError('The provider hangs up.');
}

/** No response comes, and the caller times out immediately. */
export function neverRespond(): never {
  throw new DOMException('The provider does not respond.', 'TimeoutError');
}

/** Leaves fields out. */
export function without<T extends object>(body: T, ...fields: readonly string[]): T {
  return Object.fromEntries(Object.entries(body).filter(([name]) => !fields.includes(name))) as T;
}

/** Renames fields. */
export function renamed(body: Fields, nameOf: (field: string) => string): Fields {
  return Object.fromEntries(Object.entries(body).map(([field, value]) => [nameOf(field), value]));
}

/** Edits the fields that hold times. */
export function withTimes(body: Fields, edit: (instant: Date, field: string) => unknown): Fields {
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      name,
      name.startsWith('valid') && typeof value === 'string' ? edit(new Date(value), name) : value,
    ]),
  );
}

/** The body of a call if it is an object; else `{}`. */
export function sentIn({ body }: Call): Fields {
  try {
    const value: unknown = JSON.parse(body);
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}
