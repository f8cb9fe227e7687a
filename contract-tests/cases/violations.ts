/** Bodies that break a schema, one constraint at a time, made from the document. */
import type { Pointer } from '../../generated/operations.ts';
import { splitPointer } from '../../src/shared/json-pointer.ts';
import { DOCUMENT, at, follow, isObject, membersOf, pointer } from '../support/document.ts';
import type { Reason } from '../support/reason.ts';

export interface Violation {
  /** Completes "a body with …". */
  readonly name: string;
  readonly body: unknown;
  readonly reasons: readonly Reason[];
  /** The keywords in the document that the body breaks. */
  readonly breaks: readonly Pointer[];
}

/** Wrong values for each type. The whole body is never `null`, which Prism treats as no body. */
const WRONG_TYPES: Readonly<Record<string, readonly unknown[]>> = {
  string: [7, null, true, [], {}],
  number: ['42', null, true, [], {}],
  object: ['text', 7, true, []],
  array: ['text', 7, true, {}],
};

/** Wrong values for each format. */
const WRONG_FORMATS: Readonly<Record<string, readonly string[]>> = {
  'date-time': [
    'tomorrow',
    '',
    '2025-04-23',
    '2025-04-23T10:00:00',
    '2025-04-23T10:00Z',
    '2025-13-23T10:00:00Z',
    '2025-02-30T10:00:00Z',
    '2025-04-23T24:00:00Z',
    '2025-04-23T10:00:60Z', // a leap second at an impossible time
  ],
};

/** Keywords that no value can break. */
const ANNOTATIONS = ['title', 'description', 'examples', 'default', 'deprecated'];

/**
 * @param schema - its place in the document
 * @param valid - a valid body with every property
 * @throws {Error} This file does not know how to break a keyword, a type or a format.
 */
export function violationsOf(schema: Pointer, valid: unknown): readonly Violation[] {
  return [...walk(schema, '')];

  function* walk(place: Pointer, where: Pointer): Generator<Violation> {
    const real = follow(DOCUMENT, place);
    const own = Object(at(DOCUMENT, real)) as Readonly<Record<string, unknown>>;
    for (const [keyword, stated] of membersOf(own)) {
      if (ANNOTATIONS.includes(keyword)) continue;
      const here = pointer(real, keyword);
      if (keyword === 'properties') {
        for (const [name] of membersOf(stated)) yield* walk(pointer(here, name), pointer(where, name));
      } else if (keyword === 'items') yield* walk(here, pointer(where, 0));
      // An open enum: the last alternative is any other value.
      else if (keyword === 'anyOf') yield* walk(pointer(here, (stated as unknown[]).length - 1), where);
      else if (keyword === 'required') {
        for (const name of stated as string[]) {
          yield broken(pointer(where, name), undefined, [[keyword, pointer(here, name)]]);
        }
      } else if (keyword === 'type') {
        // A value of another type is not in the enum either.
        const also: [string, Pointer][] = 'enum' in own ? [['enum', pointer(real, 'enum')]] : [];
        for (const value of known(WRONG_TYPES, stated, here)) yield broken(where, value, [[keyword, here], ...also]);
      } else if (keyword === 'enum') {
        const [value] = stated as string[];
        for (const other of [`${String(value)}X`, `${String(value)} `, String(value).toLowerCase(), ''])
          yield broken(where, other, [[keyword, here]]);
      } else if (keyword === 'format') {
        for (const value of known(WRONG_FORMATS, stated, here)) yield broken(where, value, [[keyword, here]]);
      } else throw new Error(`cases/violations.ts does not know how to break ${here}.`);
    }
  }

  function broken(where: Pointer, value: unknown, keywords: readonly (readonly [string, Pointer])[]): Violation {
    return {
      name: value === undefined ? `no ${where}` : `${where || 'the body'} ${JSON.stringify(value)}`,
      body: replaced(valid, splitPointer(where), value),
      reasons: keywords.map(([keyword]) => ({ part: 'body', at: where, keyword })),
      breaks: keywords.map(([, place]) => place),
    };
  }
}

function known<T>(table: Readonly<Record<string, readonly T[]>>, stated: unknown, place: Pointer): readonly T[] {
  const values = table[String(stated)];
  if (!values) throw new Error(`cases/violations.ts does not know how to break ${place}.`);
  return values;
}

/** A copy of a value with one member replaced; `undefined` leaves it out. */
function replaced(value: unknown, [name, ...rest]: readonly string[], member: unknown): unknown {
  if (name === undefined) return member;
  if (Array.isArray(value)) {
    return value.map((one: unknown, index) => (String(index) === name ? replaced(one, rest, member) : one));
  }
  const changed = { ...(isObject(value) ? value : {}), [name]: replaced(at(value, pointer('', name)), rest, member) };
  return Object.fromEntries(Object.entries(changed).filter(([, one]) => one !== undefined));
}
