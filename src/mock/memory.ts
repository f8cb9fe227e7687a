import type { Validators } from '../../generated/success-validators.ts';
import type { Operation } from '../../generated/operations.ts';
import { toReasons } from './errors.ts';
import { isObject, type JsonValue } from './json.ts';
import { MockOptionError, show } from './option-error.ts';
import { successOf } from './prefer.ts';
import type { Path, Route } from './routes.ts';
import type { MockRecord, Seed } from './types.ts';
import { aroundNow } from './validity.ts';

/** The records of one collection, by the value that identifies each. */
export interface Collection {
  readonly path: string;
  /** The field that identifies a record. */
  readonly identity: string;
  /** The violations of a record are judged by this schema; none where the document describes no record. */
  readonly schema: string | undefined;
  readonly records: Map<JsonValue, MockRecord>;
  /** The largest number given as an identity so far. */
  highest: number;
}

/** Finds the document's collections and the records in its examples. */
export function createMemory(paths: readonly Path[], judges: Readonly<Record<string, Validators>>, now: () => number) {
  const routes = paths.flatMap(({ routes }) => [...routes.values()]).filter(({ action }) => action !== 'example');
  const collections = new Map(
    routes.map(({ collection }): [string, Collection] => {
      const own = routes.filter((route) => route.collection === collection);
      const single = own.find((route) => route.action !== 'list' && schemaOf(route.operation) !== undefined);
      return [
        collection,
        {
          path: collection,
          identity: own.find(({ identity }) => identity !== undefined)?.identity ?? 'id',
          schema: single && schemaOf(single.operation),
          records: new Map(),
          highest: 0,
        },
      ];
    }),
  );

  /** The records in the examples of successful responses, moved around now; of two with one identity, the first. */
  function examples(): Map<string, MockRecord[]> {
    const found = new Map([...collections.keys()].map((path): [string, MockRecord[]] => [path, []]));
    for (const { operation, collection } of routes) {
      const { identity } = collectionOf(collection);
      const values = operation.responses
        .filter(({ status }) => status.startsWith('2'))
        .flatMap(({ content }) => content.flatMap((one) => one.examples.flatMap(({ value }) => value)));
      const records = found.get(collection) ?? [];
      for (const value of values) {
        if (!isObject(value) || value[identity] === undefined) continue;
        if (!records.some((record) => record[identity] === value[identity])) records.push(value as MockRecord);
      }
    }
    for (const [path, records] of found) {
      found.set(path, [...aroundNow(records, collectionOf(path).identity, now())]);
    }
    return found;
  }

  function collectionOf(path: string): Collection {
    const collection = collections.get(path);
    if (collection === undefined) {
      throw new MockOptionError(
        'seed',
        `seed names the collection ${show(path)}, but the document has ${[...collections.keys()].join(', ')}.`,
      );
    }
    return collection;
  }

  /** @throws {MockOptionError} naming record and field */
  function check(collection: Collection, records: unknown): Map<JsonValue, MockRecord> {
    if (!Array.isArray(records)) {
      throw new MockOptionError('seed', `seed must be a list of records; it was ${show(records)}.`);
    }
    const judge = collection.schema === undefined ? undefined : judges[collection.schema]?.contract;
    const checked = new Map<JsonValue, MockRecord>();
    records.forEach((given: unknown, index) => {
      const name = `seed[${index}]`;
      const record = copy(name, given);
      const [reason] = toReasons(judge?.(record) ?? [], name, record, show) ?? [];
      if (reason !== undefined) throw new MockOptionError('seed', reason.message);
      const key = isObject(record) ? (record as MockRecord)[collection.identity] : undefined;
      if (key === undefined) throw new MockOptionError('seed', `${name}.${collection.identity} is missing.`);
      if (checked.has(key)) {
        throw new MockOptionError('seed', `${name}.${collection.identity} is ${show(key)}, as an earlier record's is.`);
      }
      checked.set(key, record as MockRecord);
    });
    return checked;
  }

  /** @throws {MockOptionError} naming record and field; then nothing was changed */
  function seed(given: Seed | undefined): void {
    const [first] = collections.keys();
    const lists =
      given === undefined
        ? examples()
        : new Map<string, unknown>(isObject(given) ? Object.entries(given) : [[first ?? '', given]]);
    const checked = [...lists].map(([path, records]): [Collection, Map<JsonValue, MockRecord>] => {
      const collection = collectionOf(path);
      return [collection, check(collection, records)];
    });
    for (const collection of collections.values()) collection.records.clear();
    for (const [collection, records] of checked) {
      collection.highest = 0;
      for (const [key, record] of records) {
        collection.records.set(key, record);
        if (typeof key === 'number') collection.highest = Math.max(collection.highest, key);
      }
    }
  }

  return {
    seed,
    /** None where the mock only answers with an operation's example. */
    of: ({ collection }: Route): Collection | undefined => collections.get(collection),
    all: (): MockRecord[] => [...collections.values()].flatMap(({ records }) => [...records.values()]),
  };
}

function schemaOf(operation: Operation): string | undefined {
  return successOf(operation)?.content[0]?.schema;
}

/** A record of our own: what a caller changes afterwards in its seed changes nothing here. */
function copy(name: string, given: unknown): unknown {
  try {
    return JSON.parse(JSON.stringify(given));
  } catch {
    throw new MockOptionError('seed', `${name} cannot be written as JSON; it was ${show(given)}.`);
  }
}
