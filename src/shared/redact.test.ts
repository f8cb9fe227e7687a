import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createRedactor } from './redact.ts';

const hex = (character: string) => character.charCodeAt(0).toString(16).padStart(2, '0');
const named: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;', _: '&lowbar;' },
};
const inJson = (text: string) => JSON.stringify(text).slice(1, -1);

/** Ways in which servers spell one character of what they echo. */
const encodings: readonly ((character: string) => string)[] = [
  (character) => character,
  inJson,
  (character) => inJson(inJson(character)),
  (character) => (character === '/' ? '\\/' : character),
  (character) => (character === '/' ? inJson(inJson('\\/')) : character),
  (character) => inJson(`\\u00${hex(character)}`),
  (character) => (named[character] ?? character).replace('&', '\\u0026'),
  (character) => `\\u0025${hex(character)}`,
  (character) => `\\u00${hex(character)}`,
  (character) => `\\u00${hex(character).toUpperCase()}`,
  (character) => encodeURIComponent(character),
  (character) => `%${hex(character)}`,
  (character) => `&#${character.charCodeAt(0)};`,
  (character) => `&#x${hex(character)};`,
  (character) => named[character] ?? character,
  (character) => character.replace('~', '~0').replace('/', '~1'),
  (character) => character.toUpperCase(),
  (character) => `\\u00${hex(character.toUpperCase())}`,
  (character) => `\\x${hex(character)}`,
  (character) => `&#${character.toLowerCase().charCodeAt(0)};`,
];

const keys = fc.string({
  unit: fc.integer({ min: 33, max: 126 }).map((code) => String.fromCharCode(code)),
  minLength: 8,
});

describe('a redactor', () => {
  test('finds any key in any echo, whichever way each character is spelt', () => {
    fc.assert(
      fc.property(keys, fc.infiniteStream(fc.constantFrom(...encodings)), fc.string(), (key, ways, around) => {
        const spell = (character: string) => (ways.next().value as (character: string) => string)(character);
        const redact = createRedactor([key]);
        // To make a redactor takes most of the time: four echoes for each.
        for (let count = 0; count < 4; count += 1) {
          const echo = key.replaceAll(/./g, spell);
          expect(redact(`${around} ${echo} ${around}`)).toContain('[redacted]');
        }
      }),
      { numRuns: 500 },
    );
  });

  test('leaves the rest of the text alone', () => {
    const redact = createRedactor(['sk_live+12/34']);
    expect(redact('key sk_live+12/34, again SK_LIVE%2b12%2F34.')).toBe('key [redacted], again [redacted].');
    expect(redact('sk_live+12/3 is another')).toBe('sk_live+12/3 is another');
  });

  test('replaces each of several keys', () => {
    expect(createRedactor(['first-key', 'second-key'])('first-key second-key')).toBe('[redacted] [redacted]');
  });

  test('leaves nothing of a key that begins like another one', () => {
    const redact = createRedactor(['sk_live_12', 'sk_live_12345']);
    expect(redact('sk_live_12345 sk_live_12 sk_live_1234\\u0035')).toBe('[redacted] [redacted] [redacted]');
  });

  test('leaves a text alone where no key is as long as a key', () => {
    expect(createRedactor(['k', 'demo'])('k demo a\\nb')).toBe('k demo a\\nb');
  });

  test('takes no longer than its text is long', () => {
    const text = 'a%'.repeat(500_000);
    expect(createRedactor(['aaaaaaaaaaaaaaaaaaaaaaaa', '\\\\\\\\\\\\\\\\'])(text)).toHaveLength(text.length);
  });
});
