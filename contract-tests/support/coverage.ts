/** Which places of a document the tables of the tests stand for, and which they do not. */
import type { Pointer } from '../../generated/operations.ts';
import { ANSWERS, MEDIA_TYPE } from '../cases/answers.ts';
import { BROKEN_ANSWERS } from '../cases/broken-answers.ts';
import { BODY_EXAMPLES, CHANGES, ENVIRONMENTS, ID_EXAMPLES } from '../cases/changes.ts';
import { UPDATE, UPDATE_BODY, UPDATE_ID } from '../cases/pointers.ts';
import { REFUSALS } from '../cases/refusals.ts';
import { at, follow, pointer } from './document.ts';
import type { Json } from './document.ts';
import { placesInUse, placesOf } from './places.ts';

export interface Gaps {
  /** Places of the document without a test. */
  readonly untested: readonly string[];
  /** Places that a test names and the document lacks. */
  readonly unknown: readonly string[];
}

export function gapsIn(document: Json): Gaps {
  const places = placesOf(document);
  const tested = testedPlaces(document);
  return {
    untested: [...places.keys()]
      .filter((place) => !tested.has(place))
      .map((place) => `${String(places.get(place))} ${place}`),
    unknown: [...tested].filter((place) => !places.has(place)),
  };
}

/** What each table stands for; tests and tables go together, see coverage.test.ts. */
function testedPlaces(document: Json): ReadonlySet<Pointer> {
  return new Set([
    UPDATE,
    ...ENVIRONMENTS.map((_, index) => pointer('#/servers', index)),
    ...ID_EXAMPLES.map((name) => pointer(UPDATE_ID, 'examples', name)),
    ...BODY_EXAMPLES.map((name) => pointer(UPDATE_BODY, 'content', MEDIA_TYPE, 'examples', name)),
    UPDATE_ID,
    ...CHANGES.flatMap(({ body }) => bodyPlaces(document, UPDATE_BODY, body)),
    ...ANSWERS.flatMap((answer) => answerPlaces(document, answer)),
    ...[...REFUSALS, ...BROKEN_ANSWERS].flatMap(({ breaks }) => breaks),
  ]);
}

function answerPlaces(document: Json, { status, example, headers }: (typeof ANSWERS)[number]): readonly Pointer[] {
  const place = pointer(UPDATE, 'responses', status);
  if (at(document, place) === undefined) return [place];
  const answer = follow(document, place);
  const found = pointer(answer, 'content', MEDIA_TYPE, 'examples', example);
  const named = headers.map((name) => pointer(answer, 'headers', name));
  const known = named.filter((header) => at(document, header) !== undefined);
  return [
    place,
    found,
    ...bodyPlaces(document, answer, at(document, pointer(found, 'value'))),
    ...named,
    ...known.map((header) => pointer(follow(document, header), 'example')),
  ];
}

function bodyPlaces(document: Json, owner: Pointer, body: unknown): readonly Pointer[] {
  const content = pointer(owner, 'content', MEDIA_TYPE);
  const schema = pointer(content, 'schema');
  return at(document, schema) === undefined ? [content] : [content, ...placesInUse(document, schema, body)];
}
