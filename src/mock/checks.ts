import { unknownName } from '../shared/nearest.ts';

/** A wrong option, switch, seed or stubbed response. `message` names it, the rule and the value; nothing was changed. */
export class MockOptionError extends Error {
  /** Always the same text, even in minified code. */
  override readonly name = 'MockOptionError';
  /** The option or switch, for example `latencyMs`. */
  readonly option: string;

  constructor(option: string, message: string) {
    super(message);
    this.option = option;
  }

  /** For logs: JSON would otherwise lack `message`. */
  toJSON(): Record<string, unknown> {
    return { name: this.name, message: this.message, option: this.option };
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

export interface Row {
  readonly isValid: (value: unknown) => boolean;
  /** What the value must be, for the error. */
  readonly rule: string;
  /** It may hold a key, so the error does not show it. */
  readonly isSecret?: boolean;
}

export type Table<Values> = Readonly<Record<keyof Values, Row>>;

/** @throws {MockOptionError} `name` may be a dotted path, whose first part is the option */
export function checkValue(name: string, { isValid, rule, isSecret }: Row, given: unknown): void {
  if (isValid(given)) return;
  const actual = isSecret ? '' : `; it was ${show(given)}`;
  throw new MockOptionError(name.replace(/\..*/, ''), `${name} must be ${rule}${actual}.`);
}

/** @throws {MockOptionError} A value is wrong, or a name has no row; `prefix` goes before names. */
export function checkValues<Values>(
  owner: string,
  table: Table<Values>,
  given: unknown,
  prefix = '',
): asserts given is Partial<Values> {
  if (!isObject(given)) throw new MockOptionError(owner, `${owner} must be an object; it was ${show(given)}.`);
  for (const [name, value] of Object.entries(given)) {
    if (!Object.hasOwn(table, name)) {
      throw new MockOptionError(shorten(name), `${owner}: ${unknownName(shorten(name), Object.keys(table))}`);
    }
    if (value !== undefined) checkValue(prefix + name, table[name as keyof Values], value);
  }
}

/** What the records together may have, and the stubbed responses, in characters of JSON: a state stays one string. */
export const largestJson = 16_777_216;

export function sizeOf(value: unknown): number {
  return value === undefined ? 0 : JSON.stringify(value).length;
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a value is an object with these fields and no others. */
export function isObjectOf(checks: Readonly<Record<string, Row['isValid']>>, value: unknown): boolean {
  const isKnown = isObject(value) && Object.keys(value).every((name) => Object.hasOwn(checks, name));
  return isKnown && Object.entries(checks).every(([name, isValid]) => isValid(value[name]));
}

export function isNumber(value: unknown, least: number, most: number): value is number {
  return typeof value === 'number' && value >= least && value <= most;
}

export function isWhole(value: unknown, least: number, most = Number.MAX_SAFE_INTEGER): value is number {
  return Number.isInteger(value) && isNumber(value, least, most);
}

export function isText(value: unknown, pattern: RegExp, longest = Infinity): value is string {
  return typeof value === 'string' && value.length <= longest && pattern.test(value);
}

export function isListOf(value: unknown, pattern: RegExp): boolean {
  return Array.isArray(value) && value.every((one) => isText(one, pattern));
}
