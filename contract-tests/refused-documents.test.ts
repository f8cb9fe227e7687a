/**
 * The contract check judges with code that the generator writes. What that code would not judge has to be refused there:
 * before anything is sent, and before it is committed.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from '@jest/globals';

const run = promisify(execFile);
const folder = mkdtempSync(path.join(tmpdir(), 'refused-documents-'));
const document = readFileSync('openapi/temporary-evse-statuses.yaml', 'utf8');

afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function generate(name: string, text: string): Promise<string> {
  const file = path.join(folder, `${name}.yaml`);
  writeFileSync(file, text);
  try {
    await run(process.execPath, ['scripts/generate.mjs', '--document', file, '--out', path.join(folder, name)]);
    return '';
  } catch (error) {
    return (error as { stderr: string }).stderr;
  }
}

const original = `          type: string
          format: date-time
        validTo:`;

test.concurrent.each([
  ['a keyword that no validator knows', original.replace('format', 'fromat'), 'fromat'],
  ['a schema that does not compile', original.replace('string', 'text'), 'type'],
  ['a keyword that its type ignores', original.replace('format: date-time', 'minimum: 3'), 'minimum'],
])(
  '%s is refused by its name',
  async (_what, changed, named) => {
    expect(document).toContain(original);
    expect(await generate(named, document.replace(original, changed))).toContain(named);
  },
  30_000,
);
