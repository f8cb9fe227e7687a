import type { Operation } from '../../../generated/operations.ts';
import { accessCases, headerSpellingCases } from './access-cases.ts';
import type { Case } from './case.ts';
import { END, START, type Samples } from './samples.ts';

/** The query parameter by which the list is filtered. */
export const FILTER = 'evseId';
/** The query parameter that leaves out what is not active; a string, `true` unless sent [list]. */
export const ACTIVE = 'activeOnly';

/** Everything that is sent to the list. Reading is a case like another, so each one is followed by a reading that has to be the same. */
export function listCases(samples: Samples): readonly Case[] {
  const { operation, make } = samples;
  const [filter, active] = [place(operation, FILTER), place(operation, ACTIVE)];
  const lists: readonly (readonly [string, string, string, Readonly<Record<string, string>>])[] = [
    ['all', 'The list of all statuses has each of them once.', active, { [ACTIVE]: 'false' }],
    ['active', 'The list of active statuses is returned.', active, { [ACTIVE]: 'true' }],
    ['default', 'The list without parameters is the list of active statuses.', active, {}],
    [
      'of-one-evse',
      'The list of one EVSE has its statuses and no other.',
      filter,
      { [FILTER]: '{evseId}', [ACTIVE]: 'false' },
    ],
    [
      'active-of-one-evse',
      'The active list of one EVSE has its active statuses and no other.',
      filter,
      { [FILTER]: '{evseId}', [ACTIVE]: 'true' },
    ],
    [
      'default-of-one-evse',
      'The list of one EVSE is the list of its active statuses.',
      active,
      { [FILTER]: '{evseId}' },
    ],
  ];
  const open: readonly (readonly [string, string, string, Readonly<Record<string, string>>])[] = [
    [
      'prefix',
      'is the beginning of an EVSE ID accepted as a filter?',
      filter,
      { [FILTER]: '{evseIdPrefix}', [ACTIVE]: 'false' },
    ],
    [
      'suffix',
      'is the end of an EVSE ID accepted as a filter?',
      filter,
      { [FILTER]: '{evseIdSuffix}', [ACTIVE]: 'false' },
    ],
    [
      'lower-case',
      'is an EVSE ID in lower case accepted as a filter?',
      filter,
      { [FILTER]: '{evseIdInLowerCase}', [ACTIVE]: 'false' },
    ],
    [
      'without-separators',
      'is an EVSE ID without its * accepted as a filter?',
      filter,
      { [FILTER]: '{evseIdAsWords}', [ACTIVE]: 'false' },
    ],
    ['one-character', 'is _ accepted as a filter?', filter, { [FILTER]: '{evseIdAsLike}', [ACTIVE]: 'false' }],
    ['expression', 'is .* accepted as a filter?', filter, { [FILTER]: '.*', [ACTIVE]: 'false' }],
    [
      'longer',
      'is an EVSE ID that nobody has accepted as a filter?',
      filter,
      { [FILTER]: '{evseId}X', [ACTIVE]: 'false' },
    ],
    ['star', 'is * accepted as a filter?', filter, { [FILTER]: '*', [ACTIVE]: 'false' }],
    ['percent', 'is % accepted as a filter?', filter, { [FILTER]: '%', [ACTIVE]: 'false' }],
    ['quote', 'is a quotation mark accepted as a filter?', filter, { [FILTER]: "' OR '1'='1", [ACTIVE]: 'false' }],
    ['words', `is ${ACTIVE}=perhaps accepted?`, active, { [ACTIVE]: 'perhaps' }],
    [
      'unknown-parameter',
      'is a parameter accepted that the document does not know?',
      operation.pointer,
      { unknownParameter: '1' },
    ],
  ];
  return [
    ...lists.map(([id, title, at, query]) => make({ expect: 'valid', id, title, place: at }, {}, { query })),
    ...open.map(([id, question, at, query]) =>
      make({ expect: 'open', id: `open/${id}`, title: `Observed: ${question}`, question, place: at }, {}, { query }),
    ),
    ...headerSpellingCases(samples),
    ...accessCases(samples),
  ];
}

/** The record running and ended, as drivers may see it, and the lists that have to show it or not. */
export function visibleCases(update: Samples, list: Samples): readonly Case[] {
  const needs = ['allowVisible'] as const;
  const active = place(list.operation, ACTIVE);
  const windows = [
    ['running', { [START]: '{anHourAgo}', [END]: '{inAnHour}' }, true],
    ['ended', { [START]: '{threeDaysAgo}', [END]: '{twoDaysAgo}' }, false],
  ] as const;
  return windows.flatMap(([name, window, shows]) => [
    update.make(
      {
        expect: 'valid',
        needs,
        id: `visible/${name}`,
        title: `A status that is ${name} is accepted.`,
        place: update.bodySchema,
      },
      window,
    ),
    ...(['true', 'default'] as const).map((value) =>
      list.make(
        {
          expect: 'valid',
          needs,
          shows,
          id: `visible/${name}/${value}`,
          title: `The active list ${shows ? 'has' : 'does not have'} a status that is ${name}.`,
          place: active,
        },
        {},
        { query: { [FILTER]: '{evseId}', ...(value === 'true' && { [ACTIVE]: value }) } },
      ),
    ),
  ]);
}

function place({ parameters, pointer }: Operation, name: string): string {
  const parameter = parameters.find((one) => one.name === name);
  if (parameter === undefined) throw new Error(`${pointer}: the list has no parameter ${name}.`);
  return parameter.pointer;
}
