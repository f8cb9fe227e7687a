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
  expect(yaml.split(before)).toHaveLength(2);
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
    ['a required field less', ', evseId]', ']', '"temporaryStatus",'],
    [
      'a property’s name',
      `        validTo:\n          description: |\n            End date and time. If unset`,
      `        validTO:\n          description: |\n            End date and time. If unset`,
      '"validTo": {',
    ],
    ['a status', "        '404':\n", "        '405':\n", '"404": {'],
  ])('%s', async (_name, before, after, line) => {
    const { code, output } = await checkChanged(before, after);
    const number = bundle.findIndex((text) => text.trim().startsWith(line)) + 1;
    expect(number).toBeGreaterThan(0);
    expect(code).toBe(1);
    expect(output).toContain(`generated/openapi.json:${number} is not what the document gives.`);
    expect(output).toContain(`committed: ${line}`);
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

describe('a document that cannot be judged is refused, and the place named', () => {
  const schema = '#/components/schemas/TemporaryEvseStatus';
  const property = '        evseId:\n';
  const format =
    'in UTC, ISO 8601 [conventions].\n          type: string\n          format: date-time\n        validTo:';

  test.each([
    [
      'an unknown keyword',
      property,
      `${property}          minLenght: 3\n`,
      `${schema}/properties/evseId: minLenght is not a keyword`,
    ],
    [
      'nullable, a keyword of OpenAPI 3.0',
      property,
      `${property}          nullable: true\n`,
      `${schema}/properties/evseId: nullable is not a keyword`,
    ],
    [
      'a type that does not exist',
      '            [endpoint].\n          type: string',
      '            [endpoint].\n          type: strnig',
      `${schema} cannot be judged: schema is invalid: data/properties/evseId/type`,
    ],
    [
      'an unknown format',
      format,
      format.replace('date-time', 'datetime'),
      `${schema}/properties/validFrom: no function judges the format "datetime"`,
    ],
    [
      'a reference to another file',
      property,
      `        note: { $ref: 'other.yaml#/note' }\n${property}`,
      `other.yaml#/note at ${schema}/properties/note`,
    ],
    [
      'a schema that contains itself',
      property,
      `        parent: { $ref: '${schema}' }\n${property}`,
      `${schema} contains itself`,
    ],
    [
      'a constraint beside a reference',
      '          description: The status to show from now on [endpoint].\n',
      '          minLength: 1\n',
      `${schema}Update/properties/temporaryStatus: minLength beside a $ref`,
    ],
    [
      'a required field that is not described',
      '[id, temporaryStatus, evseId]',
      '[id, temporaryStatus, evseIX]',
      `required property "evseIX" is not defined at "${schema}"`,
    ],
    ['a key twice', property, `${property}          type: string\n${property}`, 'Map keys must be unique at line'],
  ])('%s', async (_name, before, after, message) => {
    const { code, output } = await checkChanged(before, after);
    expect({ code, output }).toEqual({ code: 1, output: expect.stringContaining(message) });
    expect(output).not.toMatch(/^\s+at /m);
  });
});
