import { jsonOf } from './shown.ts';

/** What a body is, read as strictly as RFC 8259 has it. */
export type JsonReading = { readonly text: string } & (
  | { readonly value: unknown; readonly duplicate?: string }
  | { readonly problem: string }
);

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Reads one JSON text in UTF-8: no byte order mark (section 8.1), nothing around it; tells the first name that stands twice. */
export function readJson(bytes: Uint8Array): JsonReading {
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    return { problem: 'not UTF-8', text: new TextDecoder('utf-8').decode(bytes) };
  }
  if (text === '') return { problem: 'empty', text };
  if (text.startsWith('\u{FEFF}')) return { problem: 'JSON with a byte order mark', text };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { problem: 'not JSON', text };
  }
  // The shortest text of a value, which most services send, has no name twice.
  const duplicate = jsonOf(value) === text ? undefined : duplicateName(text);
  return { text, value, ...(duplicate !== undefined && { duplicate }) };
}

/** The first name that an object in a JSON text has twice. The text has been parsed before: it is JSON. */
function duplicateName(text: string): string | undefined {
  // One entry per open object (its names) or array (undefined).
  const open: (Set<string> | undefined)[] = [];
  const colon = /\s*:/y;
  for (let index = 0; index < text.length; index += 1) {
    const sign = text[index];
    if (sign === '{') open.push(new Set());
    else if (sign === '[') open.push(undefined);
    else if (sign === '}' || sign === ']') open.pop();
    else if (sign === '"') {
      const end = endOfString(text, index);
      colon.lastIndex = end;
      if (colon.test(text)) {
        const name = JSON.parse(text.slice(index, end)) as string;
        const names = open.at(-1);
        if (names?.has(name) === true) return name;
        names?.add(name);
      }
      index = end - 1;
    }
  }
  return undefined;
}

/** Where a string of a JSON text ends that begins at `start`: behind the first quotation mark that no backslash escapes. */
function endOfString(text: string, start: number): number {
  let index = start + 1;
  while (text[index] !== '"') index += text[index] === '\\' ? 2 : 1;
  return index + 1;
}
