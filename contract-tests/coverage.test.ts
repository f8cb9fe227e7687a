/** Whether every place of the document has a test, and every test a place: the tables in cases/ and the document, compared. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { BROKEN_BODIES, BROKEN_HEADERS, BROKEN_OTHERWISE } from './cases/broken-responses.ts';
import { REFUSALS } from './cases/refusals.ts';
import { REQUESTS } from './cases/requests.ts';
import { RESPONSES } from './cases/responses.ts';
import { DOCUMENT, at, follow, operationOf, pointer } from './support/document.ts';
import type { Json } from './support/document.ts';
import { placesOf } from './support/places.ts';

const MEDIA_TYPE = ['content', 'application/json'] as const;

/** The places that the tables test. */
const claimed = new Set([
  ...[...REFUSALS, ...BROKEN_BODIES, ...BROKEN_HEADERS, ...BROKEN_OTHERWISE].flatMap(({ breaks }) => breaks),
  ...REQUESTS.flatMap(({ operation: id, example }) => {
    const { pointer: operation, parameters, requestBody } = operationOf(id);
    const body = requestBody ? [pointer(requestBody.pointer, ...MEDIA_TYPE)] : [];
    return [operation, ...parameters.map((one) => one.pointer), ...body, ...(example === undefined ? [] : [example])];
  }),
  ...RESPONSES.flatMap(({ operation, status, example }) => {
    const place = pointer(operationOf(operation).pointer, 'responses', status);
    const content = pointer(at(DOCUMENT, place) === undefined ? place : follow(DOCUMENT, place), ...MEDIA_TYPE);
    const { headers = [] } = operationOf(operation).responses.find((one) => one.status === status) ?? {};
    return [
      ...[place, content, pointer(content, 'examples', example)],
      ...headers.flatMap((header) => [header.pointer, ...header.examples.map((one) => one.pointer)]),
    ];
  }),
]);

const untested = (document: Json) => placesOf(document).filter((place) => !claimed.has(place));
const unknown = (document: Json) => {
  const places = new Set(placesOf(document));
  return [...claimed].filter((place) => !places.has(place));
};

test('every place of the document has a test', () => {
  expect(untested(DOCUMENT)).toEqual([]);
});

test('no test names a place that the document lacks', () => {
  expect(unknown(DOCUMENT)).toEqual([]);
});

describe('a change of the document is a gap that names the place', () => {
  test.each([
    ['an example is renamed', '"conflict":{', '"clash":{', /Conflict\/.*clash$/, /Conflict\/.*conflict$/],
    ['a status is added', '"404":{', '"418":{},"404":{', /responses\/418$/, undefined],
    ['a status is another', '"404":{', '"405":{', /responses\/405$/, /responses\/404$/],
    ['an operation is added', '"patch":{', '"delete":{},"patch":{', /\/delete$/, undefined],
    ['a parameter is added', '"parameters":[', '"parameters":[{},', /patch\/parameters\/1/, undefined],
    ['a header is added', '"headers":{"X-', '"headers":{"Link":{},"X-', /headers\/Link$/, undefined],
    ['a field is required', '"required":["id",', '"required":["note","id",', /required\/note$/, undefined],
    ['a constraint is added', '"evseId":{', '"evseId":{"minLength":1,', /evseId\/minLength$/, undefined],
    ['a property is renamed', '"evseId":{', '"evseID":{', /evseID\/type$/, /properties\/evseId\/type$/],
  ])('%s', (_name, before, after, isUntested, isUnknown) => {
    const text = JSON.stringify(DOCUMENT);
    const changed = JSON.parse(text.replace(before, after)) as Json;
    expect(untested(changed)).toContainEqual(expect.stringMatching(isUntested));
    if (isUnknown) expect(unknown(changed)).toContainEqual(expect.stringMatching(isUnknown));
    expect(JSON.stringify(changed)).not.toBe(text);
  });
});

describe('every table is run by a test', () => {
  const textsOf = (folder: string, isWanted: (file: string) => boolean) =>
    readdirSync(path.join(__dirname, folder))
      .filter(isWanted)
      .map((file) => readFileSync(path.join(__dirname, folder, file), 'utf8'));
  const tests = textsOf('.', (file) => file.endsWith('.test.ts') && file !== path.basename(__filename));
  const tables = textsOf('cases', () => true).flatMap((text) =>
    [...text.matchAll(/^export const ([A-Z_]+)\b/gm)].map(([, name]) => String(name)),
  );

  test.each(tables)('%s', (table) => {
    expect(
      tests.some((text) =>
        new RegExp(String.raw`\.each\([^'"]*?\b${table}\b|\b${table}\.(?:map|filter|flatMap)\(`).test(text),
      ),
    ).toBe(true);
  });
});
