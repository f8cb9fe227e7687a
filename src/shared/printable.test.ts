import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { printable } from './printable.ts';

describe('printable text', () => {
  test.each([
    ['ESC', '\u001b[31m', '\\u001b[31m'],
    ['a line break', 'a\r\nb', 'a\\u000d\\u000ab'],
    ['DEL', '\u007f', '\\u007f'],
    ['a C1 control', '\u009b31m', '\\u009b31m'],
    ['a bidirectional control', '\u202eevil', '\\u202eevil'],
    ['a zero-width character', 'a\u200bb', 'a\\u200bb'],
    ['a line separator', '\u2028', '\\u2028'],
    ['a byte order mark', '\ufeff', '\\ufeff'],
    ['a tag beyond 16 bits', '\u{e0041}', '\\udb40\\udc41'],
    ['a lone surrogate', '\ud800', '\\ud800'],
    ['a command of CI systems', 'a ##[add-mask]x ###[b] # [c]', 'a \\u0023#[add-mask]x #\\u0023#[b] # [c]'],
  ])('shows %s as an escape', (_what, text, shown) => {
    expect(printable(text)).toBe(shown);
  });

  test('is left as it is, in any script', () => {
    const text = 'DK*SPI*E123*1 – Ladesäule 充電 🔌 {"a":"b\\n"}';
    expect(printable(text)).toBe(text);
  });

  test('of any JSON value is the same value, on one line without a control character', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        const json = JSON.stringify(value);
        const line = printable(json);
        expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
        expect(JSON.parse(line)).toEqual(JSON.parse(json));
      }),
    );
  });
});
