/** Whether the document says where each statement is known from, claims no more than its sources, and can be read by other tools. */
import { describe, expect, test } from '@jest/globals';
import { ASSUMPTIONS, OPERATIONS } from '../generated/operations.ts';
import type { Pointer } from '../generated/operations.ts';
import { DOCUMENT, at, isObject, pointer } from './support/document.ts';
import type { Json } from './support/document.ts';

/** Every object of the document outside of examples, with its place. */
function* objectsIn(value: unknown, place: Pointer = '#'): Generator<readonly [Pointer, Json]> {
  if (isObject(value)) yield [place, value];
  if (typeof value !== 'object' || value === null) return;
  for (const [name, member] of Object.entries(value)) {
    if (name !== 'value' && name !== 'example') yield* objectsIn(member, pointer(place, name));
  }
}

const objects = [...objectsIn(DOCUMENT)];
const textOf = ({ summary, description }: Json) =>
  [summary, description].filter((text) => typeof text === 'string').join(' ');
const tagsIn = (text: string) => [...text.matchAll(/\[([a-z][a-z-]*)\]/g)].map(([, tag]) => String(tag));
const texts = objects.map(([place, value]) => ({ place, text: textOf(value) })).filter(({ text }) => text !== '');
const placesWith = (isWanted: (value: Json, place: Pointer) => boolean) =>
  objects.filter(([place, value]) => isWanted(value, place)).map(([place]) => place);

describe('every statement names its source', () => {
  const assumed = ASSUMPTIONS.flatMap(({ places }) => places);

  test('by a tag, or is marked as illustrative or in x-assumed', () => {
    const isSourced = ({ place, text }: (typeof texts)[number]) =>
      tagsIn(text).length > 0 || /illustrat/i.test(text) || assumed.some((one) => `${place}/`.startsWith(`${one}/`));
    expect(texts.filter((one) => one.place !== '#/info' && !isSourced(one))).toEqual([]);
  });

  test('and nothing is left without a description', () => {
    const described = [
      /^#\/servers\/\d+$/,
      /^#\/paths\/[^/]+\/[a-z]+$/,
      /\/(parameters|responses|examples|properties)\/[^/]+$/,
      /\/requestBody$/,
      /^#\/components\/(schemas|headers|securitySchemes)\/[^/]+$/,
    ];
    const silent = placesWith(
      (value, place) => described.some((one) => one.test(place)) && !('$ref' in value) && textOf(value) === '',
    );
    expect(silent).toEqual([]);
  });

  test('every tag is defined, and every defined tag is used', () => {
    const defined = new Set(tagsIn(String(at(DOCUMENT, '#/info/description')).replaceAll('`', '')));
    const used = new Set(texts.filter(({ place }) => place !== '#/info').flatMap(({ text }) => tagsIn(text)));
    expect([...used].sort()).toEqual([...defined].sort());
  });

  test('every place of x-assumed exists', () => {
    expect(DOCUMENT['x-assumed']).toEqual(ASSUMPTIONS);
    expect(assumed.filter((place) => at(DOCUMENT, place) === undefined)).toEqual([]);
    expect(new Set(assumed).size).toBe(assumed.length);
  });
});

describe('x-assumed lists', () => {
  const assumed = ASSUMPTIONS.flatMap(({ places }) => places);
  const successes = OPERATIONS.flatMap(({ responses }) => responses.filter(({ status }) => status.startsWith('2')));

  test.each([
    ['the status of every success', successes.map((response) => response.pointer)],
    ['the format of every timestamp', placesWith((value) => 'format' in value).map((place) => `${place}/format`)],
    ['that a 429 always has Retry-After', ['#/components/headers/Retry-After/required']],
  ])('%s', (_what, places) => {
    expect(places.length).toBeGreaterThan(0);
    expect(places.filter((place) => !assumed.includes(place))).toEqual([]);
  });
});

describe('the document asserts nothing that no page says', () => {
  const bounds =
    `pattern minLength maxLength minimum maximum exclusiveMinimum exclusiveMaximum multipleOf const not minItems
    maxItems uniqueItems minProperties maxProperties additionalProperties unevaluatedProperties propertyNames
    dependentRequired`.split(/\s+/);

  /** Bounds that a page does state: add the pointer of each here, and the page's tag to its description. */
  const stated: readonly Pointer[] = [];

  test.each(bounds)('no schema has %s, unless a page states it (list it in `stated`)', (keyword) => {
    const places = placesWith((value) => keyword in value).map((place) => `${place}/${keyword}`);
    expect(places.filter((place) => !stated.includes(place))).toEqual([]);
  });

  test('only a parameter that documents a default has one: in a body, the generator would make the field required', () => {
    const parameters = OPERATIONS.flatMap((operation) => operation.parameters);
    const documented = parameters.filter((parameter) => 'default' in parameter).map(({ schema }) => schema);
    expect(placesWith((value) => 'default' in value)).toEqual(documented);
    expect(documented).toEqual([expect.stringMatching(/get\/parameters\/1\/schema$/)]);
  });

  test('in responses, an enum may have values that the document does not know', () => {
    const open = DOCUMENT['x-open-enums'] as readonly Pointer[];
    const enums = placesWith((value) => 'enum' in value);
    const references = objects.filter(([, { $ref }]) => enums.includes(String($ref))).map(([place]) => place);
    const inResponses = references.filter((place) => !/Status(Create|Update)\/properties/.test(place));
    expect(inResponses).toEqual(open.map((place) => `${place}/anyOf/0`));
  });
});

describe('tools without full OpenAPI 3.1 support can read it', () => {
  test('a $ref has no siblings', () => {
    expect(placesWith((value) => '$ref' in value && Object.keys(value).length > 1)).toEqual([]);
  });

  test('no schema has an extension', () => {
    const inSchemas = placesWith(
      (value, place) => /\/schemas?(\/|$)/.test(place) && Object.keys(value).some((name) => name.startsWith('x-')),
    );
    expect(inSchemas).toEqual([]);
  });

  test('info has no summary, and its license no identifier', () => {
    expect(DOCUMENT['info']).toMatchObject({ license: { name: 'MIT' } });
    expect(at(DOCUMENT, '#/info/summary')).toBeUndefined();
    expect(at(DOCUMENT, '#/info/license/identifier')).toBeUndefined();
  });

  test('every path begins with the version, and no server’s URL has a path', () => {
    for (const { path } of OPERATIONS) expect(path).toMatch(/^\/v2\//);
    for (const { url } of DOCUMENT['servers'] as readonly Json[]) expect(new URL(String(url)).pathname).toBe('/');
  });
});

describe('what the package needs beyond OpenAPI is at the root', () => {
  test('each operation names one of x-rate-limits', () => {
    const limits = DOCUMENT['x-rate-limits'];
    expect(limits).toEqual({
      write: { requests: 120, windowSeconds: 60 },
      read: { requests: 600, windowSeconds: 60 },
    });
    expect(OPERATIONS.map(({ method, rateLimit }) => [method, rateLimit?.name])).toEqual([
      ['PATCH', 'write'],
      ['GET', 'read'],
      ['POST', 'write'],
    ]);
  });

  test('x-shown-as has every value in every channel, and the vendor’s warning', () => {
    const { warning, channels } = DOCUMENT['x-shown-as'] as { warning: string; channels: { values: object }[] };
    expect(warning).toContain('cannot control other eMSP Apps');
    const known = at(DOCUMENT, '#/components/schemas/TemporaryStatus/enum');
    expect(channels).toHaveLength(3);
    for (const { values } of channels) expect(Object.keys(values)).toEqual(known);
  });
});
