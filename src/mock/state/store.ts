import type { Validators } from '../../../generated/success-validators.ts';
import { nearest, unknownName } from '../../shared/nearest.ts';
import { isObject, largestJson, MockOptionError, show, sizeOf } from '../checks.ts';
import type { Path, Route } from '../request/routes.ts';
import { successOf } from '../response/examples.ts';
import { toReasons } from '../response/refusals.ts';
import type { JsonValue, MockRecord } from '../types.ts';
import { defaultSeed } from './validity.ts';

/** Far more than any record needs, and far less than a recursive function can take. */
const deepest = 32;

export type Store = ReturnType<typeof createStore>;

/** The records of the document's resource, by the value that identifies each. */
export function createStore(paths: readonly Path[], validators: Readonly<Record<string, Validators>>) {
  const routes = paths.flatMap((path) => [...path.routes.values()]).filter(({ action }) => action !== 'example');
  const identity = routes.find((route) => route.identity !== undefined)?.identity ?? 'id';
  const contentOf = ({ operation }: Route) => successOf(operation)?.content ?? [];
  const single = routes.filter(({ action }) => action !== 'list').flatMap(contentOf);
  const validator = validators[single[0]?.schema ?? ''];
  /** The records in the examples of successful responses. */
  const examples = routes
    .flatMap(contentOf)
    .flatMap((content) => content.examples.flatMap(({ value }) => value as MockRecord | readonly MockRecord[]))
    .filter((value) => isObject(value) && value[identity] !== undefined);
  const fields = [...new Set(examples.flatMap((example) => Object.keys(example)))];
  const knows = (field: string) => knowsField(validator, field);
  let records = new Map<JsonValue, MockRecord>();
  let highest = 0;
  let size = 0;

  /** @throws {MockOptionError} naming record and field */
  function checked(given: unknown): ReadonlyMap<JsonValue, MockRecord> {
    const refuse = (message: string) => new MockOptionError('seed', message);
    if (!Array.isArray(given)) throw refuse(`seed must be a list of records; it was ${show(given)}.`);
    const seeded = new Map<JsonValue, MockRecord>();
    given.forEach((one: unknown, index) => {
      const name = `seed[${index}]`;
      const record = copy(one);
      if (record === undefined)
        throw refuse(`${name} must be JSON, at most ${deepest} levels deep; it was ${show(one)}.`);
      const [reason] = toReasons(validator?.contract(record) ?? [], name, record, show);
      if (reason !== undefined) throw refuse(reason.message);
      const key = isObject(record) ? (record as MockRecord)[identity] : undefined;
      if (key === undefined) throw refuse(`${name}.${identity} is missing.`);
      if (seeded.has(key)) throw refuse(`${name}.${identity} is ${show(key)}, like that of an earlier record.`);
      // The vendor may add fields, but hardly one that looks like a known field which the record lacks.
      const missing = fields.filter((field) => !Object.hasOwn(record as MockRecord, field));
      const misspelt = Object.keys(record as MockRecord).find((field) => nearest(field, missing) && !knows(field));
      if (misspelt !== undefined) throw refuse(`${name}: ${unknownName(misspelt, missing)}`);
      seeded.set(key, record as MockRecord);
    });
    if (sizeOf([...seeded.values()]) > largestJson) {
      throw refuse(`seed must have at most ${largestJson} characters of JSON.`);
    }
    return seeded;
  }

  /** @returns whether there was room for the record */
  function put(key: JsonValue, record: MockRecord): boolean {
    const grown = size + sizeOf(record);
    if (grown > largestJson) return false;
    size = grown - sizeOf(records.get(key));
    records.set(key, record);
    if (typeof key === 'number') highest = Math.max(highest, key);
    return true;
  }

  return {
    /** The field that identifies a record. */
    identity,
    get: (key: JsonValue): MockRecord | undefined => records.get(key),
    all: (): readonly MockRecord[] => [...records.values()],
    knows,
    /** Larger than any id so far. */
    nextKey: (): number => Math.floor(highest) + 1,
    put,

    remove(key: JsonValue): void {
      size -= sizeOf(records.get(key));
      records.delete(key);
    },

    /** @throws {MockOptionError} naming record and field; then nothing was changed */
    seed(given: readonly MockRecord[] | undefined, now: number): void {
      const seeded = checked(given ?? defaultSeed(examples, identity, now));
      records = new Map();
      highest = size = 0;
      for (const [key, record] of seeded) put(key, record);
    },
  };
}

/** Whether the document's schema has this field, by what its strict validator says of an object that has it alone. */
export function knowsField(validator: Validators | undefined, field: string): boolean {
  const violations = validator?.strict?.({ [field]: null }) ?? [];
  return validator !== undefined && !violations.some(({ keyword }) => keyword === 'additionalProperties');
}

/** A record of our own: what a caller changes in its seed afterwards changes nothing here. */
function copy(given: unknown): unknown {
  try {
    return isTooDeep(given, deepest) ? undefined : JSON.parse(JSON.stringify(given));
  } catch {
    return undefined;
  }
}

function isTooDeep(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((member) => isTooDeep(member, levels - 1));
}
