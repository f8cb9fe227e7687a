/** What is committed under `generated/` is what the document gives, and the check of that can fail. */
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterAll, describe, expect, jest, test } from '@jest/globals';

const root = path.join(__dirname, '..');
const yaml = readFileSync(path.join(root, 'openapi/temporary-evse-statuses.yaml'), 'utf8');
const folder = mkdtempSync(path.join(tmpdir(), 'generated-'));

// The generator takes a second by itself, and more beside other tests.
jest.setTimeout(30_000);

afterAll(() => {
  rmSync(folder, { recursive: true });
});

interface Outcome {
  readonly code: number;
  readonly output: string;
}

function check(...options: readonly string[]): Promise<Outcome> {
  const command = [path.join(root, 'scripts/generate.mjs'), '--check', ...options];
  return new Promise((resolve) => {
    execFile(process.execPath, command, { cwd: root }, (error, stdout, stderr) => {
      resolve({ code: Number(error?.code ?? 0), output: stdout + stderr });
    });
  });
}

let copies = 0;

/** The check of what is committed, against the document with one text replaced by another. */
function checkChanged(before: string, after: string): Promise<Outcome> {
  expect(yaml.includes(before)).toBe(true);
  const file = path.join(folder, `changed-${(copies += 1)}.yaml`);
  writeFileSync(file, yaml.replace(before, after));
  return check('--document', file);
}

test('what is committed is what the document gives', async () => {
  const { code, output } = await check();
  expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining('are what the document gives') });
});

describe('a change of the document by one character is found, and its place named', () => {
  const bundle = readFileSync(path.join(root, 'generated/openapi.json'), 'utf8').split('\n');

  test.each([
    ['an enum value', 'BLOCKED, RESERVED]', 'BLOCKED, RESERVEX]', '"RESERVED"'],
    ['a required field less', '[id, temporaryStatus, evseId]', '[id, temporaryStatus]', '"temporaryStatus",'],
    [
      'a property’s name',
      '        validTo:\n          description: End date',
      '        validTO:\n          description: End date',
      '"validTo": {',
    ],
    ['a status', "        '404':\n", "        '405':\n", '"404": {'],
  ])('%s', async (_name, before, after, line) => {
    const { code, output } = await checkChanged(before, after);
    const number = Number(/openapi\.json:(\d+) is not/.exec(output)?.[1]);
    expect(code).toBe(1);
    expect(output).toContain(`generated/openapi.json:${number} is not what the document gives.`);
    expect(bundle[number - 1]?.trim()).toMatch(new RegExp(`^${line}`));
    expect(output).toContain('Run `npm run generate`');
  });
});

describe('a generated file that was changed by hand is found, and its line named', () => {
  const files = readdirSync(path.join(root, 'generated'));

  test('all of them at once', async () => {
    const out = path.join(folder, 'tampered');
    cpSync(path.join(root, 'generated'), out, { recursive: true });
    const changed = files.map((file) => {
      const lines = readFileSync(path.join(out, file), 'utf8').split('\n');
      const last = lines.length - 2;
      lines[last] = `${String(lines[last])} `;
      writeFileSync(path.join(out, file), lines.join('\n'));
      return `${file}:${last + 1} is not what the document gives.`;
    });
    const { code, output } = await check('--out', out);
    expect(code).toBe(1);
    for (const line of changed) expect(output).toContain(line);
  });

  test('one that is gone, and one too many', async () => {
    const out = path.join(folder, 'other-files');
    cpSync(path.join(root, 'generated'), out, { recursive: true });
    rmSync(path.join(out, 'facts.ts'));
    writeFileSync(path.join(out, 'more.ts'), '');
    const { code, output } = await check('--out', out);
    expect(code).toBe(1);
    expect(output).toContain('facts.ts is missing.');
    expect(output).toContain('more.ts is not made from the document; delete it.');
  });
});

describe('a document that cannot be compiled is refused, and the place named', () => {
  const schema = '#/components/schemas/TemporaryEvseStatus';
  const property = '        evseId:\n          description: The EVSE ID, such';
  const more = (lines: string) => `        note:\n${lines}${property}`;

  test.each([
    [
      'an unknown keyword',
      property,
      more('          minLenght: 3\n'),
      `${schema}/properties/note: minLenght is not a keyword`,
    ],
    [
      'nullable, a keyword of OpenAPI 3.0',
      property,
      more('          nullable: true\n'),
      `${schema}/properties/note: nullable is not a keyword`,
    ],
    [
      'a type that does not exist',
      property,
      more('          type: strnig\n'),
      `${schema} cannot be compiled: schema is invalid: data/properties/note/type`,
    ],
    [
      'an unknown format',
      property,
      more('          type: string\n          format: datetime\n'),
      `${schema}/properties/note: no function checks the format "datetime"`,
    ],
    [
      'a reference to another file',
      property,
      more("          $ref: 'other.yaml#/note'\n"),
      `other.yaml#/note at ${schema}/properties/note`,
    ],
    ['a schema that contains itself', property, more(`          $ref: '${schema}'\n`), `${schema} contains itself`],
    [
      'a constraint beside a reference',
      property,
      more("          $ref: '#/components/schemas/TemporaryStatus'\n          minLength: 1\n"),
      `${schema}/properties/note: minLength beside a $ref`,
    ],
    [
      'a required field that is not described',
      '[id, temporaryStatus, evseId]',
      '[id, temporaryStatus, evseIX]',
      `required property "evseIX" is not defined at "${schema}"`,
    ],
    ['a key twice', property, more('          type: string\n        note:\n'), 'Map keys must be unique at line'],
    [
      'an assumption about a place that is not there',
      'Retry-After/required',
      'Retry-After/requires',
      'The document has nothing at #/components/headers/Retry-After/requires',
    ],
    [
      'an open enum that is not open',
      "x-open-enums:\n  - '#/components/schemas/TemporaryEvseStatus/properties/temporaryStatus'",
      "x-open-enums:\n  - '#/components/schemas/TemporaryStatus'",
      'x-open-enums: #/components/schemas/TemporaryStatus must be anyOf',
    ],
    ['a rate limit without its figures', 'x-rate-limit: read', 'x-rate-limit: reads', 'x-rate-limits has no reads'],
    [
      'a keyword that OpenAPI 3.0 cannot say',
      property,
      more('          const: 5\n'),
      `${schema}/properties/note: OpenAPI 3.0 has no const`,
    ],
  ])('%s', async (_name, before, after, message) => {
    const { code, output } = await checkChanged(before, after);
    expect({ code, output }).toEqual({ code: 1, output: expect.stringContaining(message) });
    expect(output).not.toMatch(/^\s+at /m);
  });
});
