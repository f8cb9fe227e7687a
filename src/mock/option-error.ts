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

/** @throws {MockOptionError} for the first name that is not known, with the nearest one that is */
export function assertKnownNames(owner: string, given: object, known: readonly string[]): void {
  for (const name of Object.keys(given)) {
    if (known.includes(name)) continue;
    throw new MockOptionError(shorten(name), `${owner}: ${unknownName(shorten(name), known)}`);
  }
}

/** A value as an error message shows it: its JSON, shortened. `redact` comes before the cut. */
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
