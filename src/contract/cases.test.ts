import { describe, expect, test } from '@jest/globals';
import { VALIDATORS } from '../../generated/validators.ts';
import { OPERATIONS, type Operation } from '../../generated/operations.ts';
import { parseDateTime } from '../shared/rfc3339.ts';
import { casesOf, listCases } from './cases.ts';
import { fieldsOf, resolve, schemaAt } from './document.ts';
import { groundOf } from './ground.ts';
import { rightStatuses, SITUATIONS } from './situations.ts';
import { wrongValues } from './values.ts';

const cases = listCases();
const [operation] = OPERATIONS as readonly [Operation];
const bodySchema = groundOf(operation).bodySchema;
const bodyOf = (text: string | undefined) => JSON.parse(text ?? 'null') as unknown;

test('every case has an id of its own', () => {
  expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
});

test.each(cases.map(({ id, pointer }) => [id, pointer]))('%s names a place in the document', (_id, pointer) => {
  expect(() => resolve(pointer)).not.toThrow();
});

describe('the body of', () => {
  const judged = cases.filter(({ request }) => request.body !== undefined);
  const invalid = judged.filter(({ situation }) => situation === 'invalid-body');
  const valid = judged.filter(({ section }) =>
    ['read', 'valid', 'read-back', 'other', 'path', 'auth'].includes(section),
  );

  test.each(invalid.map((one) => [one.id, one] as const))('%s breaks one constraint', (_id, { request, pointer }) => {
    const violations = VALIDATORS[bodySchema]?.contract(bodyOf(request.body)) ?? [];
    // A value of the wrong type is outside an enum as well: no value breaks the type alone.
    const places = violations.map(({ schemaPath }) => schemaPath).filter((place) => !place.endsWith('/enum'));
    expect(places.length === 0 ? violations.map(({ schemaPath }) => schemaPath) : places).toEqual([pointer]);
  });

  test.each(valid.map((one) => [one.id, one] as const))('%s breaks none', (_id, { request }) => {
    expect(VALIDATORS[bodySchema]?.contract(bodyOf(request.body))).toEqual([]);
  });
});

describe('what the document says of a request is tried', () => {
  const ids = cases.map(({ id }) => id);
  const tried = cases.map(({ pointer }) => pointer);

  test.each(fieldsOf(bodySchema).map(({ name }) => name))('%s alone, and left out', (name) => {
    expect(ids).toEqual(
      expect.arrayContaining([expect.stringMatching(`/${name}/alone$`), expect.stringMatching(`/${name}/left-out$`)]),
    );
  });

  test('every example, enum value and keyword', () => {
    const examples = operation.requestBody?.content.flatMap((content) =>
      content.examples.map(({ pointer }) => pointer),
    );
    const root = schemaAt(bodySchema);
    const keywords = [root, ...fieldsOf(bodySchema)].flatMap(({ at, schema }) =>
      Object.keys(schema)
        .filter((word) => ['type', 'enum', 'format', 'required'].includes(word))
        .map((word) => `${at}/${word}`),
    );
    const values = fieldsOf(bodySchema).flatMap(({ at, schema }) =>
      (schema.enum ?? []).map((_, n) => `${at}/enum/${n}`),
    );
    expect(tried).toEqual(expect.arrayContaining([...(examples ?? []), ...keywords, ...values]));
    expect(keywords.length).toBeGreaterThan(6);
  });

  test('every refusal that a request can bring about', () => {
    const right = new Set(Object.keys(SITUATIONS).flatMap((name) => rightStatuses(operation, name as 'valid')));
    const documented = operation.responses.map(({ status }) => status).filter((status) => /^[24]\d\d$/.test(status));
    expect(documented.filter((status) => !right.has(Number(status)))).toEqual(['409', '410']);
  });
});

test('no two requests that may be refused send the same instants: what is left in a record tells who left it', () => {
  const sent = cases
    .filter(({ section }) => ['payload', 'body', 'path', 'auth', 'key'].includes(section))
    .map(({ request }) => JSON.stringify([request.fields?.['validFrom'], request.fields?.['validTo']]))
    .filter((text) => text !== '[null,null]');
  expect(new Set(sent).size).toBe(sent.length);
});

test('every valid update leaves a period that begins before it ends', () => {
  let record: Record<string, unknown> = {};
  for (const { section, request } of cases) {
    if (section !== 'valid') continue;
    record = { ...record, ...request.fields };
    const [from, to] = [parseDateTime(String(record['validFrom'])), parseDateTime(String(record['validTo']))];
    expect(from).toBeLessThan(to ?? 0);
  }
});

test('no time of a case is before 2037: no driver sees the record change', () => {
  const years = JSON.stringify(cases.map(({ request }) => request.fields)).match(/\b\d{4}(?=-\d\d-\d\d)/g) ?? [];
  expect(years.length).toBeGreaterThan(100);
  expect(new Set(years)).toEqual(new Set(['2037']));
});

test('a run with a second record and every key stays under the documented limit, also where refused keys count', () => {
  const { requests = 0 } = operation.rateLimit ?? {};
  // Two more bring the record back, one of them after the questions that the pages leave open; five to spare for faults.
  expect(casesOf(operation).filter(({ section }) => section !== 'burst').length + 2 + 5).toBeLessThanOrEqual(requests);
});

describe('a document that the cases would not cover is refused', () => {
  test.each([
    ['a keyword that no request breaks', { type: 'string', minLength: 3 }, 'minLength'],
    ['a format that no value breaks', { type: 'string', format: 'uuid' }, 'uuid'],
  ])('%s', (_what, schema, named) => {
    expect(() => wrongValues({ at: '#/x', schema }, 'text')).toThrow(named);
  });

  test.each([
    ['no body', { requestBody: undefined }],
    ['a query parameter', { parameters: [...operation.parameters, ...operation.parameters] }],
    ['another kind of authentication', { security: [[{ name: 'k', pointer: '#/k', type: 'apiKey' }]] }],
  ])('an operation with %s', (_what, change) => {
    expect(() => casesOf({ ...operation, ...change } as Operation)).toThrow(/the check/);
  });
});

test('a second operation gets cases of its own without a line of code', () => {
  const ids = casesOf({ ...operation, operationId: 'another' }).map(({ id }) => id);
  expect(ids).toEqual(casesOf(operation).map(({ id }) => id.replace(operation.operationId, 'another')));
});
