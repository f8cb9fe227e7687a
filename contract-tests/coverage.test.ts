import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { gapsIn } from './support/coverage.ts';
import { DOCUMENT } from './support/document.ts';
import type { Json } from './support/document.ts';

test('every place of the document has a test', () => {
  expect(gapsIn(DOCUMENT).untested).toEqual([]);
});

test('no test names a place that the document lacks', () => {
  expect(gapsIn(DOCUMENT).unknown).toEqual([]);
});

describe('every table is run by a test', () => {
  const tests = readdirSync(__dirname)
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => readFileSync(path.join(__dirname, file), 'utf8'));
  const tables = readdirSync(path.join(__dirname, 'cases')).flatMap((file) =>
    [...readFileSync(path.join(__dirname, 'cases', file), 'utf8').matchAll(/^export const (\w+S)\b/gm)].map(
      ([, name]) => String(name),
    ),
  );

  test.each(tables)('%s', (table) => {
    expect(
      tests.some((text) => new RegExp(String.raw`\.each\([^'"]*?\b${table}\b|\b${table}\.(?:map|filter)\(`).test(text)),
    ).toBe(true);
  });
});

describe('a change of the document by one thing is a gap that names the place', () => {
  test.each([
    [
      'an enum value is renamed',
      '"BLOCKED","RESERVED"]',
      '"BLOCKED","RESERVE"]',
      /^enum value #\/components\/schemas\/TemporaryStatus\/enum\/RESERVE$/,
      /TemporaryStatus\/enum\/RESERVED$/,
    ],
    [
      'an enum value is added',
      '"BLOCKED","RESERVED"]',
      '"BLOCKED","RESERVED","CLEANING"]',
      /^enum value .*TemporaryStatus\/enum\/CLEANING$/,
      undefined,
    ],
    [
      'a property is renamed',
      '"evseId":{',
      '"evseID":{',
      /^property .*TemporaryEvseStatusCreate\/properties\/evseID$/,
      /TemporaryEvseStatusCreate\/properties\/evseId/,
    ],
    [
      'a property is added',
      '"evseId":{',
      '"note":{"type":"string"},"evseId":{',
      /^property .*TemporaryEvseStatusCreate\/properties\/note$/,
      undefined,
    ],
    [
      'a required field is another',
      '["id","temporaryStatus","evseId"]',
      '["id","temporaryStatus","validTo"]',
      /required\/validTo$/,
      /required\/evseId$/,
    ],
    [
      'a field is no longer required',
      '["id","temporaryStatus","evseId"]',
      '["id","temporaryStatus"]',
      undefined,
      /required\/evseId$/,
    ],
    ['a status is another', '"404":{', '"405":{', /^status .*responses\/405$/, /responses\/404$/],
    ['a status is added', '"404":{', '"418":{"description":"x"},"404":{', /^status .*responses\/418$/, undefined],
    [
      'an example is renamed',
      '"unknownId":',
      '"unknownID":',
      /^example .*NotFound.*unknownID$/,
      /NotFound.*unknownId$/,
    ],
    [
      'a header is renamed',
      '"Sunset":{"$ref"',
      '"Sunsets":{"$ref"',
      /^header .*responses\/200\/headers\/Sunsets$/,
      /responses\/200\/headers\/Sunset$/,
    ],
    [
      'a media type is another',
      '"application/json":{"schema":{"$ref":"#/components/schemas/TemporaryEvseStatusUpdate"',
      '"application/xml":{"schema":{"$ref":"#/components/schemas/TemporaryEvseStatusUpdate"',
      /^media type .*requestBody\/content\/application~1xml$/,
      /requestBody\/content\/application~1json$/,
    ],
    ['a constraint is added', '"evseId":{', '"evseId":{"minLength":1,', /^constraint .*evseId\/minLength$/, undefined],
    ['an operation is added', '"patch":{', '"delete":{"responses":{}},"patch":{', /^operation .*\/delete$/, undefined],
    [
      'a parameter is added',
      '"parameters":[',
      '"parameters":[{"name":"x"},',
      /^parameter .*parameters\/1$/,
      /parameters\/0\/required$/,
    ],
  ])('%s', (_name, before, after, untested, unknown) => {
    const text = JSON.stringify(DOCUMENT);
    const changed = text.replace(before, after);
    expect(changed).not.toBe(text);
    const gaps = gapsIn(JSON.parse(changed) as Json);
    expect(gaps.untested).toEqual(untested ? expect.arrayContaining([expect.stringMatching(untested)]) : []);
    expect(gaps.unknown).toEqual(unknown ? expect.arrayContaining([expect.stringMatching(unknown)]) : []);
  });
});
