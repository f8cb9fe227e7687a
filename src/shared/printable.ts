/**
 * Makes text of a server safe on one line of a terminal or a log: control, format and bidirectional characters, line and
 * paragraph separators and lone surrogates are shown as `\u001b`, and so is the first sign of `##[`, which begins a command of
 * CI systems wherever it stands. Those are the escapes of JSON too, so JSON that was written on one line keeps its value.
 */
export function printable(text: string): string {
  return text.replaceAll(unprintable, (characters) =>
    // By UTF-16 unit: JSON has no escape for more than four digits.
    Array.from({ length: characters.length }, (_, index) => escape(characters.charCodeAt(index))).join(''),
  );
}

const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|#(?=#\[)/gu;

function escape(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, '0')}`;
}
