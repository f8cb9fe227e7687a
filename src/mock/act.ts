import type { Validators } from '../../generated/success-validators.ts';
import { refuse, toReasons, type Refusal } from './errors.ts';
import { isObject, type JsonValue } from './json.ts';
import type { Collection } from './memory.ts';
import { exampleAnswer, successOf } from './prefer.ts';
import type { Route } from './routes.ts';
import type { MockRecord } from './types.ts';
import { toUtc } from './utc.ts';
import { ACTIVE_ONLY, isActive } from './validity.ts';

export interface Input {
  /** By name: what the path and the query carry, read as the document has it. */
  readonly path: Readonly<Record<string, JsonValue>>;
  readonly query: Readonly<Record<string, JsonValue>>;
  /** The body, less the fields that the document does not know. */
  readonly body: MockRecord;
  /** Whether the operation's body has this field. */
  readonly knows: (field: string) => boolean;
  /** Values for fields that the body leaves out. */
  readonly omitted: MockRecord;
  /** By the mock's clock. */
  readonly now: number;
}

export type Outcome = { readonly status: number; readonly body: JsonValue | undefined } | Refusal;

/** Whether the record that the path names is there; the refusal where it is not. */
export function findRecord(
  { identity }: Route,
  collection: Collection | undefined,
  path: Input['path'],
  show: (value: unknown) => string,
): Refusal | undefined {
  const key = identity === undefined ? undefined : path[identity];
  if (key === undefined || collection === undefined || collection.records.has(key)) return undefined;
  return refuse('unknown_id', `There is no record with the ${identity} ${show(key)}.`, identity);
}

/** Carries an operation out on a collection. The record that the path names has to be there. */
export function act(
  { operation, action, identity }: Route,
  collection: Collection | undefined,
  input: Input,
  judges: Readonly<Record<string, Validators>>,
): Outcome {
  const key = identity === undefined ? undefined : input.path[identity];
  const success = successOf(operation);
  const status = Number(success?.status ?? 200);
  const schema = success?.content[0]?.schema;
  if (collection === undefined) {
    const example = exampleAnswer(operation, {});
    if (typeof example === 'string') return refuse('mock_error', example);
    return { status, body: example.body === '' ? undefined : (JSON.parse(example.body) as JsonValue) };
  }
  const here = collection;
  const { records, identity: field } = here;
  const stored = key === undefined ? undefined : records.get(key);

  switch (action) {
    case 'list':
      return answer([...records.values()].filter((record) => matches(record, input, records)));
    case 'read':
      return answer(stored);
    case 'remove':
      if (key !== undefined) records.delete(key);
      return answer(stored);
    case 'create': {
      const allNumbers = [...records.keys()].every((known) => typeof known === 'number');
      const next = allNumbers ? here.highest + 1 : String(records.size + 1);
      return store(next, { [field]: next });
    }
    case 'example':
    case 'merge':
      return store(key, stored);
    case 'replace':
      return store(key, Object.fromEntries(Object.entries(stored ?? {}).filter(([name]) => !input.knows(name))));
  }

  function store(at: JsonValue | undefined, base: MockRecord | undefined): Outcome {
    const record = { ...base, ...input.omitted, ...toUtc(input.body) };
    const outcome = answer(record);
    if ('status' in outcome && at !== undefined) {
      records.set(at, record);
      if (typeof at === 'number') here.highest = Math.max(here.highest, at);
    }
    return outcome;
  }

  /** The mock does not give an answer that the document would not. */
  function answer(body: JsonValue | undefined): Outcome {
    if (schema === undefined) return { status, body: undefined };
    const reasons = toReasons(judges[schema]?.contract(body) ?? [], 'body', body, (value) => JSON.stringify(value));
    if (reasons === undefined) return { status, body };
    const words = reasons.map(({ message }) => message).join(' ');
    return refuse('mock_error', `The mock's answer would not be what the document describes: ${words}`);
  }
}

/**
 * A query parameter that is named like a field asks for records with that value; one asks for active records. Others
 * choose nothing here.
 */
function matches(record: MockRecord, { query, now }: Input, records: Collection['records']): boolean {
  return Object.entries(query).every(([name, value]) => {
    if (name === ACTIVE_ONLY) return value === 'false' || isActive(record, now);
    return record[name] === value || ![...records.values()].some((one) => isObject(one) && Object.hasOwn(one, name));
  });
}
