import { jsonOf } from './shown.ts';

/** What a body is, read as strictly as RFC 8259 has it. */
export type JsonReading = { readonly text: string } & (
  | { readonly value: unknown; readonly duplicate?: string }
  | { readonly problem: string }
);

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Reads one JSON text in UTF-8: no byte order mark (section 8.1), nothing around it; tells a name that stands twice. */
export function readJson(bytes: Uint8Array): JsonReading {
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    return { problem: 'not UTF-8', text: new TextDecoder('utf-8').decode(bytes) };
  }
  if (text === '') return { problem: 'empty', text };
  if (text.startsWith('\u{FEFF}')) return { problem: 'JSON with a byte order mark', text };
  try {
    const value: unknown = JSON.parse(text);
    // The shortest text of a value, which most services send, has no name twice.
    const duplicate = jsonOf(value) === text ? undefined : duplicateName(text);
    return { text, value, ...(duplicate !== undefined && { duplicate }) };
  } catch {
    return { problem: 'not JSON', text };
  }
}

/** The first name that an object in a JSON text has twice. The text has been parsed before: it is JSON. */
function duplicateName(text: string): string | undefined {
  // One entry per open object (its names) or array (undefined).
  const open: (Set<string> | undefined)[] = [];
  for (const [token] of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"(?:\s*:)?|[{}[\]]/gs)) {
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(undefined);
    else if (token === '}' || token === ']') open.pop();
    else if (token.endsWith(':')) {
      const written = token.slice(0, -1).trimEnd();
      const name = written.includes('\\') ? (JSON.parse(written) as string) : written.slice(1, -1);
      const names = open.at(-1);
      if (names?.has(name) === true) return name;
      names?.add(name);
    }
  }
  return undefined;
}
