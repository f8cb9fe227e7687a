/** A shorter key is a placeholder, and replacing it would tear words apart. */
const shortestKey = 8;

/**
 * Makes a function that replaces keys in a text with `[redacted]`, in each spelling in which a server may echo them: in
 * another case, with the escapes of JSON, URLs, HTML and JSON pointers, or with several of them. What a server encodes as a
 * whole (Base64, say) is not recognised, and a key of fewer than 8 characters is not replaced.
 */
export function createRedactor(keys: readonly string[]): (text: string) => string {
  const long = keys.filter((key) => key.length >= shortestKey);
  if (long.length === 0) return (text) => text;
  const pattern = (spell: (character: string) => string) =>
    new RegExp(long.map((key) => key.replaceAll(/./g, spell)).join('|'), 'gi');
  const plain = pattern(literal);
  let escaped: RegExp | undefined;
  // Nearly every text is free of escapes; the pattern that knows them is slow, and made when one is met.
  return (text) => text.replace(/[\\%&~]/.test(text) ? (escaped ??= pattern(spellings)) : plain, '[redacted]');
}

/** Each spelling of one ASCII character, as a pattern. A named entity or a pointer's escape may stand for any sign. */
function spellings(character: string): string {
  const code = character.charCodeAt(0);
  const hex = code.toString(16).padStart(2, '0');
  const html = `&(?:amp;)*(?:#0*${code}|#x0*${hex}|[a-z]+);?`;
  const sign = /\w/.test(character) ? html.replace('|[a-z]+', '') : `${html}|~[01]`;
  return `(?:\\\\{0,2}${literal(character)}|\\\\{1,2}u00${hex}|%(?:25)*${hex}|${sign})`;
}

function literal(character: string): string {
  return character.replace(/\W/, '\\$&');
}
