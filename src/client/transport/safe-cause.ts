/**
 * What may be kept of the error that ended an attempt: name, message and code, redacted, and the same of its cause. A
 * `fetch` can put the request with its headers on the errors that it throws, and anything can be thrown, also something
 * whose members throw.
 */
export function safeCause(error: unknown, redact: (text: string) => string, depth = 0): Error {
  const read = (member: string): unknown => {
    try {
      return (Object(error) as Record<string, unknown>)[member];
    } catch {
      return undefined;
    }
  };
  const text = (value: unknown) => (typeof value === 'string' ? redact(value) : '');
  const cause = read('cause');
  const code = text(read('code'));
  const inner = cause === undefined || depth > 2 ? undefined : { cause: safeCause(cause, redact, depth + 1) };
  const safe = new Error(text(Object(error) === error ? read('message') : String(error)), inner);
  safe.name = text(read('name')) || 'Error';
  // Its stack would be ours, and say nothing of where the other one was thrown.
  safe.stack = `${safe.name}: ${safe.message}`;
  return Object.assign(safe, code && { code });
}

/** The first text that says what happened: Node's fetch only says "fetch failed", and why in its cause. */
export function reasonOf({ cause, message, name }: Error): string {
  const { message: innerMessage, code } = Object(cause) as { message?: string; code?: string };
  return [innerMessage, code, message].find(Boolean) ?? name;
}
