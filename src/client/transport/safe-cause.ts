/** How many causes of a cause are kept. */
const maxDepth = 3;

/**
 * What may be kept of the error that ended an attempt. A `fetch` can put the request with its headers on the errors that
 * it throws, so only name, message and code are copied, redacted, and the same of the error's own cause.
 */
export function safeCause(error: unknown, redact: (text: string) => string, depth = 1): Error | undefined {
  if (error === undefined || error === null) return undefined;
  const { name, message, code, cause } = read(error);
  const inner = depth < maxDepth ? safeCause(cause, redact, depth + 1) : undefined;
  const safe = new Error(redact(message ?? ''), inner && { cause: inner });
  Object.defineProperty(safe, 'name', { value: redact(name ?? 'Error') });
  // Its stack is ours, and says nothing of where the other one was thrown.
  Object.defineProperty(safe, 'stack', { value: `${safe.name}: ${safe.message}` });
  return code === undefined ? safe : Object.assign(safe, { code: redact(code) });
}

/** The first text that says what happened: Node's fetch only says "fetch failed", and why in its cause. */
export function reasonOf({ cause, message, name }: Error): string {
  const inner = cause as (Error & { code?: string }) | undefined;
  return [inner?.message, inner?.code, message, name].find(Boolean) ?? 'unknown';
}

/** Anything can be thrown, also something whose members throw. */
function read(error: unknown) {
  const text = (name: string): string | undefined => {
    const value = member(error, name);
    return typeof value === 'string' ? value : undefined;
  };
  const isObject = Object(error) === error;
  return {
    name: text('name'),
    message: isObject ? text('message') : String(error),
    code: text('code'),
    cause: isObject ? member(error, 'cause') : undefined,
  };
}

function member(value: unknown, name: string): unknown {
  try {
    return (value as Record<string, unknown>)[name];
  } catch {
    return undefined;
  }
}
