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

export function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
