import { unknownName } from '../shared/nearest.ts';
import { InvalidArgumentError, refuse, tagOf } from './errors.ts';

/** Checks one member and gives it as it is used from then on. @throws {InvalidArgumentError} It cannot be used. */
export type Read<T = unknown> = (value: unknown, name: string) => T;

/** The members that an argument may have. */
type Readers = Readonly<Record<string, Read>>;

/** What was read; a member that is `undefined` is left out. */
export type Members<From extends Readers> = { readonly [Name in keyof From]?: ReturnType<From[Name]> };

/**
 * Reads an object that a caller gave (options, a change, a filter), in the order of its readers.
 * @param required - the members that have to be there; their readers get `undefined` where they are not
 * @throws {InvalidArgumentError} It is no object, it has a member with another name, or one that cannot be used.
 */
export function readMembers<From extends Readers>(
  argument: string,
  given: unknown,
  readers: From,
  required: readonly string[] = [],
): Members<From> {
  if (tagOf(given) !== 'Object') refuse(argument, 'must be an object');
  for (const name in given as object) {
    if (!Object.hasOwn(readers, name)) {
      throw new InvalidArgumentError(name, `${argument}: ${unknownName(name, Object.keys(readers))}`);
    }
  }
  const members: Record<string, unknown> = {};
  for (const [name, read] of Object.entries(readers)) {
    const value = (given as Record<string, unknown>)[name];
    if (value !== undefined || required.includes(name)) members[name] = read(value, name);
  }
  return members as Members<From>;
}
