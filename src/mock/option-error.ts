/** A wrong option, switch or seed. `message` names it, the rule and what came; nothing was changed. */
export class MockOptionError extends Error {
  override readonly name = 'MockOptionError';
  /** The option or switch, for example `latencyMs`. */
  readonly option: string;

  constructor(option: string, message: string) {
    super(message);
    this.option = option;
  }
}

/** A value as an error message shows it: its JSON, cut where it is long. `redact` comes before the cut. */
export function show(value: unknown, redact: (text: string) => string = (text) => text): string {
  let text: string | undefined;
  try {
    text = JSON.stringify(value);
  } catch {
    // A circle, a BigInt, or nested too deep.
  }
  text ??= typeof value === 'function' ? 'a function' : typeof value;
  text = redact(text);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
