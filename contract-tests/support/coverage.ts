/** Which places of a document the tables of the tests stand for, and which they do not. */
import type { Pointer } from '../../generated/operations.ts';
import { BROKEN_RESPONSES } from '../cases/broken-responses.ts';
import { OPERATION_CASES, caseOf } from '../cases/operations.ts';
import { CREATE_BODY, LIST_ACTIVE_ONLY, LIST_EVSE_ID, UPDATE_BODY, UPDATE_ID } from '../cases/pointers.ts';
import { REFUSALS } from '../cases/refusals.ts';
import {
  ACTIVE_ONLY_EXAMPLES,
  CHANGES,
  CREATE_EXAMPLES,
  ENVIRONMENTS,
  EVSE_ID_EXAMPLES,
  FILTERS,
  ID_EXAMPLES,
  STATUSES,
  UPDATE_EXAMPLES,
} from '../cases/requests.ts';
import { MEDIA_TYPE, RESPONSES } from '../cases/responses.ts';
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
    ...OPERATION_CASES.map((operation) => operation.pointer),
    ...ENVIRONMENTS.map((_, index) => pointer('#/servers', index)),
    ...examples(UPDATE_ID, ID_EXAMPLES),
    ...examples(pointer(UPDATE_BODY, 'content', MEDIA_TYPE), UPDATE_EXAMPLES),
    ...examples(pointer(CREATE_BODY, 'content', MEDIA_TYPE), CREATE_EXAMPLES),
    ...examples(LIST_EVSE_ID, EVSE_ID_EXAMPLES),
    ...examples(LIST_ACTIVE_ONLY, ACTIVE_ONLY_EXAMPLES),
    UPDATE_ID,
    ...FILTERS.flatMap(({ query }) => [
      ...('evseId' in query ? [LIST_EVSE_ID] : []),
      ...('activeOnly' in query ? [LIST_ACTIVE_ONLY] : []),
    ]),
    ...CHANGES.flatMap(({ body }) => bodyPlaces(document, UPDATE_BODY, body)),
    ...STATUSES.flatMap(({ body }) => bodyPlaces(document, CREATE_BODY, body)),
    ...RESPONSES.flatMap((response) => responsePlaces(document, response)),
    ...[...REFUSALS, ...BROKEN_RESPONSES].flatMap(({ breaks }) => breaks),
  ]);
}

function examples(owner: Pointer, names: readonly string[]): readonly Pointer[] {
  return names.map((name) => pointer(owner, 'examples', name));
}

function responsePlaces(
  document: Json,
  { operationId, status, example, headers }: (typeof RESPONSES)[number],
): readonly Pointer[] {
  const place = pointer(caseOf(operationId).pointer, 'responses', status);
  if (at(document, place) === undefined) return [place];
  const response = follow(document, place);
  const found = pointer(response, 'content', MEDIA_TYPE, 'examples', example);
  const named = headers.map((name) => pointer(response, 'headers', name));
  const known = named.filter((header) => at(document, header) !== undefined);
  return [
    place,
    found,
    ...bodyPlaces(document, response, at(document, pointer(found, 'value'))),
    ...named,
    ...known.map((header) => pointer(follow(document, header), 'example')),
  ];
}

function bodyPlaces(document: Json, owner: Pointer, body: unknown): readonly Pointer[] {
  const content = pointer(owner, 'content', MEDIA_TYPE);
  const schema = pointer(content, 'schema');
  return at(document, schema) === undefined ? [content] : [content, ...placesInUse(document, schema, body)];
}
