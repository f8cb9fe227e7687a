/** `npm run generate:check`, which holds `generated/` to the document, can fail; what it finds, and what it refuses. */
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterAll, describe, expect, jest, test } from '@jest/globals';
import { parseDocument } from 'yaml';
import { compileValidators } from '../scripts/compile-validators.mjs';
import { generatedFiles } from '../scripts/generated-files.mjs';

const root = path.join(__dirname, '..');
const generated = path.join(root, 'generated');
const yaml = readFileSync(path.join(root, 'openapi/temporary-evse-statuses.yaml'), 'utf8');
const folder = mkdtempSync(path.join(tmpdir(), 'generated-'));

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

/** The check of what is committed, against another document. */
function checkAgainst(text: string): Promise<Outcome> {
  const file = path.join(mkdtempSync(path.join(folder, 'document-')), 'changed.yaml');
  writeFileSync(file, text);
  return check('--document', file);
}

/** The document with one member replaced. */
function changed(place: readonly (string | number)[], value: unknown): string {
  const document = parseDocument(yaml);
  document.setIn(place, document.createNode(value));
  return document.toString();
}

const schemas = ['components', 'schemas'];
const record = [...schemas, 'TemporaryEvseStatus'];
const evseId = [...record, 'properties', 'evseId'];
const patch = ['paths', '/v2/temporary-evse-statuses/{id}', 'patch'];

describe('a change of the document is found, and its place named', () => {
  const bundle = readFileSync(path.join(generated, 'openapi.json'), 'utf8').split('\n');

  test.each([
    ['of an enum value', [...schemas, 'TemporaryStatus', 'enum', 3], 'RESERVEX', '"RESERVED"'],
    ['of a required field', [...record, 'required'], ['id', 'evseId'], '"temporaryStatus"'],
    ['of a type', [...patch, 'parameters', 0, 'schema', 'type'], 'integer', '"type": "number"'],
    ['of a summary', [...patch, 'summary'], 'Update', '"summary": "Update a Temporary EVSE Status"'],
  ])('%s', async (_name, place, value, line) => {
    const { code, output } = await checkAgainst(changed(place, value));
    expect(code).toBe(1);
    const number = Number(/generated\/openapi\.json:(\d+) is not what the document gives\./.exec(output)?.[1]);
    expect(bundle[number - 1]).toContain(line);
    expect(output).toContain(`committed: ${line}`);
    expect(output).toContain('Run `npm run generate`');
  });
});

test('generated files that were changed by hand are found, with their lines; so is one that is gone, and one too many', async () => {
  const out = path.join(folder, 'changed');
  cpSync(generated, out, { recursive: true });
  const expected = readdirSync(out).map((file) => {
    const lines = readFileSync(path.join(out, file), 'utf8').split('\n');
    lines.splice(-2, 1, `${String(lines.at(-2))} `);
    writeFileSync(path.join(out, file), lines.join('\n'));
    return file === 'facts.ts' ? 'facts.ts is missing.' : `${file}:${lines.length - 1} is not what the document gives.`;
  });
  rmSync(path.join(out, 'facts.ts'));
  writeFileSync(path.join(out, 'more.ts'), '');
  const { code, output } = await check('--out', out);
  expect(code).toBe(1);
  expect(expected.length).toBeGreaterThan(1);
  for (const line of [...expected, 'more.ts is not made from the document; delete it.']) expect(output).toContain(line);
});

describe('a document that cannot be generated from is refused, and the place named', () => {
  const schema = '#/components/schemas/TemporaryEvseStatus';
  const own = `${schema}/properties/evseId`;

  test.each([
    ['an unknown keyword', [...evseId, 'minLenght'], 3, `${own}: minLenght is not a keyword`],
    ['nullable, a keyword of OpenAPI 3.0 only', [...evseId, 'nullable'], true, `${own}: nullable is not a keyword`],
    ['a type that does not exist', [...evseId, 'type'], 'strnig', `schema is invalid: data/properties/evseId/type`],
    ['an unknown format', [...evseId, 'format'], 'eve-id', `${own}: no function checks the format "eve-id"`],
    ['a reference to another file', evseId, { $ref: 'other.yaml#/note' }, `other.yaml#/note at ${own}`],
    ['a schema that contains itself', evseId, { $ref: schema }, `${schema} contains itself`],
    [
      'a constraint beside a reference',
      evseId,
      { $ref: '#/components/schemas/TemporaryStatus', minLength: 1 },
      `${own}: minLength beside a $ref`,
    ],
    ['a required field that is not described', [...record, 'required', 2], 'evseIX', `required property "evseIX"`],
    [
      'an assumption about nothing',
      ['x-assumed', 0, 'places', 0],
      '#/nothing',
      'The document has nothing at #/nothing',
    ],
    ['a rate limit that is not stated', [...patch, 'x-rate-limit'], 'slow', 'x-rate-limits has no slow'],
    ['an open enum that is none', ['x-open-enums', 0], own, `x-open-enums: ${own} must be anyOf`],
    ['const, which OpenAPI 3.0 lacks', [...evseId, 'const'], 'x', `${own}: OpenAPI 3.0 has no const`],
    ['a list of types, too', [...evseId, 'type'], ['string', 'null'], `${own}: OpenAPI 3.0 has no list of types`],
    [
      'a numeric bound that 3.0 reads as a flag',
      [...record, 'properties', 'id', 'exclusiveMinimum'],
      0,
      'has no number for exclusiveMinimum',
    ],
    [
      'both 500 and 5XX',
      [...patch, 'responses', '500'],
      { $ref: '#/components/responses/ServerError' },
      'both 5XX and 500',
    ],
    [
      'a keyword that needs a function of Ajv’s run time',
      [...schemas, 'TemporaryEvseStatusList', 'uniqueItems'],
      true,
      'write that function out in `runtime` of scripts/compile-validators.mjs',
    ],
  ])('%s', async (_name, place, value, message) => {
    await expect(generatedFiles(changed(place, value))).rejects.toThrow(message);
  });

  test('a key twice: the command says so without a stack', async () => {
    const { code, output } = await checkAgainst(yaml.replace('  version:', '  title: again\n  version:'));
    expect({ code, output }).toEqual({ code: 1, output: expect.stringContaining('Map keys must be unique at line') });
    expect(output).not.toMatch(/^\s+at /m);
  });
});

test.each([
  ['maxLength', 'EE', 'EEE'],
  ['minLength', 'EE', 'E'],
])('%s can be stated, and counts characters as JSON Schema does', (keyword, right, wrong) => {
  const document = parseDocument(changed([...evseId, keyword], 2)).toJS() as Parameters<typeof compileValidators>[0];
  const file = path.join(mkdtempSync(path.join(folder, 'lengths-')), 'success-validators.ts');
  const code = compileValidators(document)['success-validators.ts'] ?? '';
  writeFileSync(file, code.replaceAll('../src/', `${root}/src/`));
  const { SUCCESS_VALIDATORS } = jest.requireActual<typeof import('../generated/success-validators.ts')>(file);
  const found = (text: string) =>
    SUCCESS_VALIDATORS['#/components/schemas/TemporaryEvseStatus']
      .contract({ id: 1, temporaryStatus: 'BLOCKED', evseId: text })
      .map(({ schemaPath }) => schemaPath);
  for (const letter of ['E', '\u{1F50C}']) {
    expect(found(right.replaceAll('E', letter))).toEqual([]);
    expect(found(wrong.replaceAll('E', letter))).toEqual([
      `#/components/schemas/TemporaryEvseStatus/properties/evseId/${keyword}`,
    ]);
  }
});

test('the 3.0 rendering has the same content, with 500 for 5XX', () => {
  const read = (file: string) => readFileSync(path.join(generated, file), 'utf8');
  const expected = read('openapi.json')
    .replace('"openapi": "3.1.0"', '"openapi": "3.0.3"')
    .replaceAll('"5XX"', '"500"');
  expect(JSON.parse(read('openapi-3.0.json'))).toEqual(JSON.parse(expected));
  expect(read('openapi-3.0.json')).not.toContain('5XX');
});
