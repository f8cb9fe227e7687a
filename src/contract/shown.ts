const longest = 160;

/** A JSON value as reports show it: on one line, and not longer than people read. */
export function shown(value: unknown): string {
  return value === undefined
    ? 'nothing'
    : cut(jsonOf(value, firstMembers) ?? 'a value that is nested too deeply to show');
}

/** Leaves out the members that a report has no room for: there may be very many. */
function firstMembers(_: string, value: unknown): unknown {
  if (Array.isArray(value) || typeof value === 'string') return value.slice(0, longest);
  if (typeof value !== 'object' || value === null) return value;
  const names = Object.keys(value).slice(0, longest);
  return Object.fromEntries(names.map((name) => [name, (value as Readonly<Record<string, unknown>>)[name]]));
}

/** The shortest JSON text of a value; `undefined` where it nests deeper than the stack goes. */
export function jsonOf(value: unknown, replacer?: (name: string, value: unknown) => unknown): string | undefined {
  try {
    return JSON.stringify(value, replacer);
  } catch {
    return undefined;
  }
}

/** A value as text, whatever a service writes for it: a string as it is, anything else as JSON. */
export function asText(value: unknown): string {
  return typeof value === 'string' ? value : (jsonOf(value) ?? '');
}

/** The beginning of a text as reports show it: on one line, control characters escaped. */
export function excerpt(text: string): string {
  return cut(
    JSON.stringify(text.slice(0, 4 * longest))
      .slice(1, -1)
      .replaceAll('\\"', '"'),
  );
}

/** The first of several texts that stands there a second time. */
export function firstTwice(texts: readonly string[]): string | undefined {
  const seen = new Set<string>();
  return texts.find((text) => seen.size === seen.add(text).size);
}

/** The first of several texts, and how many more there are. */
export function firstOf(texts: readonly string[]): string {
  const first = texts.slice(0, 3).join(', ');
  return texts.length > 3 ? `${first} and ${texts.length - 3} more` : first;
}

function cut(line: string): string {
  return line.length <= longest ? line : `${line.slice(0, longest)}…`;
}
