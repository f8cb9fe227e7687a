/** A shorter key is a placeholder, and replacing it would tear words apart. */
const shortestKey = 8;

/**
 * Makes a function that replaces keys in a text with `[redacted]`, in each spelling in which a server may echo them: in
 * another case, with the escapes of JSON (up to three times over), URLs, HTML and JSON pointers, or with several of them.
 * Redact before a text is cut: the beginning of a key is not recognised. Nor is a key that a server encodes together with
 * other text (Base64, say): it has three spellings there, which share letters with what surrounds it, so pass the encodings
 * that you send yourself as keys. A key of fewer than 8 characters is not replaced.
 */
export function createRedactor(keys: readonly string[]): (text: string) => string {
  // The longest first: of two keys that begin alike, the shorter would leave the rest of the longer one behind.
  const long = keys.filter((key) => key.length >= shortestKey).sort((a, b) => b.length - a.length);
  if (long.length === 0) return (text) => text;
  const pattern = (spell: (character: string) => string, length?: number) =>
    new RegExp(long.map((key) => key.slice(0, length).replaceAll(/./gs, spell)).join('|'), 'gi');
  const plain = pattern(literal);
  let beginnings: RegExp | undefined;
  let escaped: RegExp | undefined;
  // Most texts have no escape, and hardly any has the beginning of a key: the engine takes 0.1 s for the whole pattern.
  return (text) => {
    const mayBeEscaped = /[\\%&~]/.test(text) && text.search((beginnings ??= pattern(spellings, 4))) >= 0;
    return text.replace(mayBeEscaped ? (escaped ??= pattern(spellings)) : plain, '[redacted]');
  };
}

/** Each spelling of one visible ASCII character, as a pattern. A named entity or a pointer's escape may stand for any sign. */
function spellings(character: string): string {
  const cases = [character.toLowerCase(), character.toUpperCase()];
  const code = (radix: number) => `(?:${cases.map((letter) => letter.charCodeAt(0).toString(radix)).join('|')})`;
  const and = '(?:&|\\\\{1,7}u0026)(?:amp;)*';
  const html = `${and}#(?:0*${code(10)}|x0*${code(16)});?`;
  const sign = /[a-z\d]/i.test(character) ? '' : `|~[01]|${and}[a-z]{2,8};?`;
  return `(?:\\\\{0,7}${literal(character)}|(?:\\\\{1,7}(?:u00|x)|(?:%|\\\\{1,7}u0025)(?:25)*)${code(16)}|${html}${sign})`;
}

function literal(character: string): string {
  return character.replace(/\W/, '\\$&');
}
