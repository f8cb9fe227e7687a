import { expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { SWITCHES } from '../mock/state/switches.ts';
import { mock } from './mock.ts';
import { verify } from './verify.ts';

const root = path.join(__dirname, '../..');
const files = ['README.md', 'CONTRIBUTING.md', ...readdirSync(path.join(root, 'docs')).map((name) => `docs/${name}`)];
const pages = files.filter((name) => name.endsWith('.md'));

test.each(Object.entries({ mock, verify }))(
  'the documentation names no flag that %s does not have',
  (name, command) => {
    const known = [...Object.values(command.flags).flatMap((group) => Object.keys(group)), 'help'];
    const lines = pages.flatMap(
      (page) =>
        readFileSync(path.join(root, page), 'utf8').match(
          new RegExp(`temporary-evse-statuses(?:@\\S+)? ${name}\\b[^\`\\n]*`, 'g'),
        ) ?? [],
    );
    const flags = lines.flatMap((line) => line.match(/(?<= --)[a-z-]+/g) ?? []);
    expect(lines.length).toBeGreaterThan(1);
    expect(flags.filter((flag) => !known.includes(flag))).toEqual([]);
  },
);

test('docs/mock.md has each switch in its table and among the control calls', () => {
  const page = readFileSync(path.join(root, 'docs/mock.md'), 'utf8');
  const missing = Object.entries(SWITCHES).filter(
    ([name, { path }]) => !page.includes(`\n| \`${name}\` `) || !page.includes(`\`${path}\``),
  );
  expect(missing.map(([name]) => name)).toEqual([]);
});
