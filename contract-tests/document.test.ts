import { describe, expect, test } from '@jest/globals';
import { VALIDATORS } from '../generated/validators.ts';
import DOCUMENT_30 from '../generated/openapi-3.0.json' with { type: 'json' };
import { ASSUMPTIONS, OPERATIONS } from '../generated/operations.ts';
import type { Pointer } from '../generated/operations.ts';
import { DOCUMENT, at, isObject, membersOf, pointer } from './support/document.ts';
import type { Json } from './support/document.ts';
import { plainAjv } from './support/plain-ajv.ts';
import { placesOf } from './support/places.ts';

const TAG = /\[([a-z][a-z-]*)\]/g;
const tagsIn = (text: string) => [...text.matchAll(TAG)].map(([, tag]) => String(tag));
const definedTags = new Set(tagsIn(String(at(DOCUMENT, '#/info/description'))));

/** Every object of the document, outside of examples, with the place where it stands. */
function* objectsIn(value: unknown = DOCUMENT, place: Pointer = '#'): Generator<readonly [Pointer, Json]> {
  if (isObject(value)) yield [place, value];
  if (typeof value !== 'object' || value === null) return;
  for (const [name, member] of Object.entries(value)) {
    if (name !== 'value' && name !== 'example') yield* objectsIn(member, pointer(place, name));
  }
}

const textOf = ({ summary, description }: Json) =>
  [summary, description].filter((text) => typeof text === 'string').join(' ');
const texts = [...objectsIn()]
  .map(([place, value]) => ({ place, text: textOf(value) }))
  .filter(({ text }) => text !== '');

const successes = OPERATIONS.flatMap(({ pointer: operation, responses }) =>
  responses.filter(({ status }) => status.startsWith('2')).map(({ status }) => pointer(operation, 'responses', status)),
);

describe('what is stated says where it is known from', () => {
  const sourced = (text: string) => tagsIn(text).length > 0 || /\bassumed\b|\billustrat/i.test(text);

  test('every description and summary', () => {
    const silent = texts.filter(({ place, text }) => place !== '#/info' && !sourced(text));
    expect(silent).toEqual([]);
  });

  test('nothing that a reader has to know of is left without a description', () => {
    const kinds = ['server', 'security scheme', 'operation', 'parameter', 'property', 'example'];
    const components = ['schemas', 'headers', 'responses'].flatMap((group) =>
      membersOf(at(DOCUMENT, pointer('#/components', group))).map(([name]) => pointer('#/components', group, name)),
    );
    const places = [...placesOf(DOCUMENT)].filter(([, kind]) => kinds.includes(kind)).map(([place]) => place);
    const undescribed = [...places, ...components].filter((place) => {
      const value = at(DOCUMENT, place);
      // The example of a header is described with the header.
      return isObject(value) && !('$ref' in value) && textOf(value) === '';
    });
    expect(undescribed).toEqual([]);
  });

  test('every tag that is used is defined', () => {
    const undefinedTags = texts.flatMap(({ place, text }) =>
      tagsIn(text)
        .filter((tag) => !definedTags.has(tag))
        .map((tag) => `${place} [${tag}]`),
    );
    expect(undefinedTags).toEqual([]);
  });

  test('every tag that is defined is used', () => {
    const used = new Set(texts.filter(({ place }) => place !== '#/info').flatMap(({ text }) => tagsIn(text)));
    expect([...definedTags].filter((tag) => !used.has(tag))).toEqual([]);
  });

  test('every assumption names places that the document has', () => {
    const places = ASSUMPTIONS.flatMap((assumption) => assumption.places);
    expect(places.length).toBeGreaterThan(0);
    expect(places.filter((place) => at(DOCUMENT, place) === undefined)).toEqual([]);
  });

  test.each([
    ['the status of every success', successes],
    [
      'the format of every timestamp',
      [...objectsIn()].filter(([, { format }]) => format !== undefined).map(([place]) => `${place}/format`),
    ],
    ['that a 429 always has Retry-After', ['#/components/headers/Retry-After/required']],
  ])('%s is listed as assumed', (_what, places) => {
    const assumed = ASSUMPTIONS.flatMap((assumption) => assumption.places);
    expect(places.length).toBeGreaterThan(0);
    expect(places.filter((place) => !assumed.includes(place))).toEqual([]);
  });
});

describe('other people’s tools can read it', () => {
  test('no extension stands in a schema, and nothing beside a reference', () => {
    const found = [...objectsIn()].filter(
      ([place, value]) =>
        (/\/schemas?\//.test(place) && Object.keys(value).some((name) => name.startsWith('x-'))) ||
        ('$ref' in value && Object.keys(value).length > 1),
    );
    expect(found).toEqual([]);
  });

  test('it has no member that OpenAPI 3.0 does not have', () => {
    expect(DOCUMENT['info']).not.toHaveProperty('summary');
    expect(at(DOCUMENT, '#/info/license')).not.toHaveProperty('identifier');
  });

  test('as OpenAPI 3.0 it says the same, but for the name of the range of statuses', () => {
    const renamed = JSON.stringify(DOCUMENT).replaceAll('"5XX":', '"500":').replace('"3.1.0"', '"3.0.3"');
    expect(DOCUMENT_30).toEqual(JSON.parse(renamed));
    expect(renamed).not.toContain('5XX');
  });
});

describe('nothing is asserted that no page says', () => {
  const bounds = [
    ...[
      'pattern',
      'minLength',
      'maxLength',
      'minimum',
      'maximum',
      'exclusiveMinimum',
      'exclusiveMaximum',
      'multipleOf',
    ],
    ...['minItems', 'maxItems', 'uniqueItems', 'minProperties', 'maxProperties', 'const', 'not'],
    ...['additionalProperties', 'unevaluatedProperties', 'propertyNames', 'dependentRequired'],
  ];

  test.each(bounds)('no schema has %s', (keyword) => {
    expect([...objectsIn()].filter(([, value]) => keyword in value).map(([place]) => place)).toEqual([]);
  });

  test('only a parameter has a default, since one in a body would make the generator’s property required', () => {
    const withDefault = [...objectsIn()].filter(([, value]) => 'default' in value).map(([place]) => place);
    expect(withDefault).toEqual([expect.stringMatching(/\/get\/parameters\/1\/schema$/)]);
  });

  test('a value that comes back may be one that came later', () => {
    for (const { schema } of OPERATIONS.flatMap(({ responses }) => responses.flatMap(({ content }) => content))) {
      for (const [name, property] of membersOf(at(DOCUMENT, `${schema}/properties`))) {
        const enumOf =
          isObject(property) && typeof property['$ref'] === 'string' ? at(DOCUMENT, property['$ref']) : property;
        expect({ schema, name, closed: isObject(enumOf) && 'enum' in enumOf }).toEqual({ schema, name, closed: false });
      }
    }
  });
});

describe('every example fits its schema', () => {
  const bodies = OPERATIONS.flatMap(({ requestBody, responses }) => [
    ...(requestBody ? [requestBody] : []),
    ...responses,
  ]);
  const contents = bodies.flatMap(({ content }) => content);
  const fields = OPERATIONS.flatMap(({ parameters, responses }) => [
    ...parameters,
    ...responses.flatMap(({ headers }) => headers),
  ]);
  const examples = [...contents, ...fields].flatMap(({ schema, examples: named }) =>
    named.map((example) => ({ schema, ...example })),
  );
  const unique = [...new Map(examples.map((example) => [example.pointer, example])).values()];
  const ajv = plainAjv();

  test('as many as the document has', () => {
    const places = [...placesOf(DOCUMENT)].filter(([, kind]) => kind === 'example').map(([place]) => place);
    expect(unique.map((example) => example.pointer).sort()).toEqual(places.sort());
  });

  test.each(unique)('$pointer', ({ schema, value }) => {
    const validators = VALIDATORS[schema];
    expect(validators?.contract(value)).toEqual([]);
    expect(validators?.strict?.(value) ?? []).toEqual([]);
    expect(ajv(schema, value)).toEqual([]);
  });
});

test('every path begins with the version, which no server’s URL has', () => {
  for (const { path } of OPERATIONS) expect(path).toMatch(/^\/v2\//);
  for (const [, server] of Object.entries(DOCUMENT['servers'] as readonly Json[])) {
    expect(new URL(String(server['url'])).pathname).toBe('/');
  }
});
