import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { expect, test } from '@jest/globals';
import type { components } from '../../../generated/types.ts';
import { OPERATIONS } from '../../../generated/operations.ts';
import { CODES, typeOf } from './refusals.ts';

const file = new URL('../../../docs/mock-errors.md', import.meta.url);

function render(): string {
  return [
    '<!-- Made from src/mock/response/refusals.ts and the text in its test. After a change: WRITE_DOCS=1 npx jest src/mock/response/refusals -->',
    '',
    '# The mock’s errors',
    '',
    'The shape is the API’s: `{ "error": { "type", "code", "message", "param", "request_id" } }`. The codes are the mock’s own',
    'and stable; whether the vendor uses them is unknown. The document does not have 405, 406, 413 and 415; the mock uses the',
    'same shape for them. `message` is for people and may change. `param` is a parameter, a header, or a field by its dotted',
    'path (`body` for the whole). `request_id` counts up from `req_mock_000001`. `Prefer`, stubbed responses and the error',
    'rate give the document’s examples as they are, with the codes in them.',
    '',
    '| status | `code` | `type` | when |',
    '| --- | --- | --- | --- |',
    ...Object.entries(CODES).map(
      ([code, { status, when }]) => `| ${status} | \`${code}\` | \`${typeOf(status)}\` | ${when} |`,
    ),
    '',
    'The order of checks: host and origin, path, method, stubbed responses, errors by chance, rate limit, key, `Accept`,',
    'parameters, the record’s existence, then the body’s presence, media type, size, JSON and fields, then `Prefer`.',
    '',
  ].join('\n');
}

test('docs/mock-errors.md is what the table says; with WRITE_DOCS=1 this test writes it', () => {
  if (process.env['WRITE_DOCS'] === '1') {
    mkdirSync(new URL('.', file), { recursive: true });
    writeFileSync(file, render());
  }
  expect(readFileSync(file, 'utf8')).toBe(render());
});

test('where the document has a status, the mock’s type is its example’s', () => {
  const responses = OPERATIONS.flatMap(({ responses }) => responses);
  const compared = Object.values(CODES).flatMap(({ status }) => {
    const response =
      responses.find((one) => one.status === String(status)) ??
      responses.find((one) => one.status === `${String(status)[0] ?? ''}XX`);
    const value = response?.content[0]?.examples[0]?.value as components['schemas']['ErrorEnvelope'] | undefined;
    return value ? [[status, typeOf(status), value.error.type]] : [];
  });
  expect(compared.length).toBeGreaterThan(10);
  for (const [, ours, theirs] of compared) expect(ours).toBe(theirs);
});
