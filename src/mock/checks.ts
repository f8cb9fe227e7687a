import { unknownName } from '../shared/nearest.ts';

/** A wrong option, switch, seed or stubbed response. `message` names it, the rule and the value; nothing was changed. */
export class MockOptionError extends Error {
  /** Always the same text, in minified code as well. */
  override readonly name = 'MockOptionError';
  /** The option or switch, for example `latencyMs`. */
  readonly option: string;

  constructor(option: string, message: string) {
    super(message);
    this.option = option;
  }
}

/** A value as a message shows it: its JSON, shortened. `redact` comes before the cut. */
export function show(value: unknown, redact: (text: string) => string = (text) => text): string {
  let text: string | undefined;
  try {
    text = JSON.stringify(value);
  } catch {
    // A circle, a BigInt, or nested too deep.
  }
  return shorten(redact(text ?? (typeof value === 'function' ? 'a function' : typeof value)));
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** What is kept of a value that was given, or `undefined` where it is wrong. */
type Check<Value> = (value: unknown) => Value | undefined;

export interface Row<Value> {
  readonly check: Check<Value>;
  /** What the value must be, for the error. */
  readonly rule: string;
  /** It may hold a key, so the error does not show it. */
  readonly isSecret?: boolean;
}

export type Table<Values> = { readonly [Name in keyof Values]-?: Row<Values[Name]> };

/** @throws {MockOptionError} `name` may be a dotted path, whose first part is the option */
export function readValue<Value>(name: string, { check, rule, isSecret }: Row<Value>, given: unknown): Value {
  const value = check(given);
  if (value !== undefined) return value;
  const actual = isSecret ? '' : `; it was ${show(given)}`;
  throw new MockOptionError(name.replace(/\..*/, ''), `${name} must be ${rule}${actual}.`);
}

/** The values that are given. @throws {MockOptionError} for a wrong one, or a name without a row; `prefix` goes before names */
export function readValues<Values>(owner: string, table: Table<Values>, given: unknown, prefix = ''): Partial<Values> {
  if (!isObject(given)) throw new MockOptionError(owner, `${owner} must be an object; it was ${show(given)}.`);
  const names = Object.keys(table) as (keyof Values & string)[];
  const unknown = Object.keys(given).find((name) => !Object.hasOwn(table, name));
  if (unknown !== undefined) {
    throw new MockOptionError(shorten(unknown), `${owner}: ${unknownName(shorten(unknown), names)}`);
  }
  const entries = names
    .filter((name) => given[name] !== undefined)
    .map((name) => [name, readValue(prefix + name, table[name], given[name])]);
  return Object.fromEntries(entries) as Partial<Values>;
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function oneOf<Value extends string>(...values: readonly Value[]): Check<Value> {
  return (value) => values.find((one) => one === value);
}

export function numberIn(least: number, most: number): Check<number> {
  return (value) => (typeof value === 'number' && value >= least && value <= most ? value : undefined);
}

export function wholeIn(least: number, most = Number.MAX_SAFE_INTEGER): Check<number> {
  return (value) => (Number.isInteger(value) ? numberIn(least, most)(value) : undefined);
}

export function textLike(pattern: RegExp, longest = Infinity): Check<string> {
  return (value) => (typeof value === 'string' && value.length <= longest && pattern.test(value) ? value : undefined);
}

export function listOf<Value>(check: Check<Value>): Check<readonly Value[]> {
  return (given) => {
    const values = Array.isArray(given) ? given.map(check) : undefined;
    return values?.includes(undefined) ? undefined : (values as Value[] | undefined);
  };
}

/** An object with these fields; others are left out. */
export function objectOf<Value extends object>(checks: { [Name in keyof Value]: Check<Value[Name]> }): Check<Value> {
  const names = Object.keys(checks) as (keyof Value & string)[];
  return (given) => {
    if (!isObject(given)) return undefined;
    const entries = names.map((name) => [name, checks[name](given[name])] as const);
    return entries.some(([, value]) => value === undefined) ? undefined : (Object.fromEntries(entries) as Value);
  };
}

export function either<One, Other>(one: Check<One>, other: Check<Other>): Check<One | Other> {
  return (value) => one(value) ?? other(value);
}
