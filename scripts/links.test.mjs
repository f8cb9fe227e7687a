// @ts-check
/** Every link between the project's Markdown files leads to a file and, if it names one, to a heading. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { marked } from 'marked';

const root = fileURLToPath(new URL('..', import.meta.url));
const listed = spawnSync('git', ['ls-files', '*.md'], { cwd: root, encoding: 'utf8' }).stdout;
const files = listed.split('\n').filter((file) => file !== '' && existsSync(path.join(root, file)));

assert.ok(files.includes('README.md'));

for (const file of files) {
  test(file, () => {
    /** @type {string[]} */
    const broken = [];
    void marked.walkTokens(marked.lexer(read(file)), (token) => {
      if (token.type === 'link' && !/^[a-z]+:/.test(token.href) && !leadsSomewhere(file, token.href)) {
        broken.push(token.href);
      }
    });
    assert.deepEqual(broken, []);
  });
}

/**
 * @param {string} from
 * @param {string} link
 */
function leadsSomewhere(from, link) {
  const [target = '', heading] = link.split('#');
  const file = target === '' ? from : path.join(path.dirname(from), decodeURI(target));
  if (!existsSync(path.join(root, file))) return false;
  return heading === undefined || !file.endsWith('.md') || headingsOf(file).includes(heading);
}

/**
 * As GitHub names them.
 * @param {string} file
 */
function headingsOf(file) {
  const slugs = [];
  for (const token of marked.lexer(read(file))) {
    if (token.type !== 'heading') continue;
    const words = String(token.text).toLowerCase();
    slugs.push(words.replaceAll(/[^\p{L}\p{N}\s_-]/gu, '').replaceAll(' ', '-'));
  }
  return slugs;
}

/** @param {string} file */
function read(file) {
  return readFileSync(path.join(root, file), 'utf8');
}
