import { parameterOf } from '../document.ts';
import { accessCases } from './access-cases.ts';
import type { Case } from './case.ts';
import { END, START, type Samples } from './samples.ts';

/** The query parameter by which the list is filtered. */
export const FILTER = 'evseId';
/** The query parameter that leaves out what is not active; a string, `true` unless sent [list]. */
export const ACTIVE = 'activeOnly';

const every = { [ACTIVE]: 'false' };
const active = { [ACTIVE]: 'true' };
const ofRecord = { [FILTER]: '{evseId}' };

/** Everything that is sent to the list. Reading is a case like another, so each one is followed by a reading that has to be the same. */
export function listCases(samples: Samples): readonly Case[] {
  const { operation, open, valid } = samples;
  const { pointer: atFilter } = parameterOf(operation, FILTER);
  const { pointer: atActive } = parameterOf(operation, ACTIVE);
  const lists = [
    ['all', 'The list of all statuses has each of them once.', atActive, every],
    ['active', 'The list of active statuses is returned.', atActive, active],
    ['default', 'The list without parameters is the list of active statuses.', atActive, {}],
    ['of-one-evse', 'The list of one EVSE has its statuses and no other.', atFilter, { ...ofRecord, ...every }],
    [
      'active-of-one-evse',
      'The active list of one EVSE has its active statuses and no other.',
      atFilter,
      { ...ofRecord, ...active },
    ],
    ['default-of-one-evse', 'The list of one EVSE is the list of its active statuses.', atActive, ofRecord],
  ] as const;
  const filters = [
    ['prefix', 'an EVSE ID without its last character', '{evseIdPrefix}'],
    ['suffix', 'an EVSE ID without its first character', '{evseIdSuffix}'],
    ['lower-case', 'an EVSE ID in lower case', '{evseIdInLowerCase}'],
    ['without-separators', 'an EVSE ID without asterisks', '{evseIdAsWords}'],
    ['one-character', '"_" for one character', '{evseIdAsLike}'],
    ['expression', '".*"', '.*'],
    ['longer', 'an unknown EVSE ID', '{evseId}X'],
    ['star', '"*"', '*'],
    ['percent', '"%"', '%'],
    ['quote', 'a value with quotation marks', "' OR '1'='1"],
  ] as const;
  return [
    ...lists.map(([id, title, place, query]) => valid(id, title, place, { query })),
    ...filters.map(([id, says, value]) =>
      open(id, `is ${says} accepted as ${FILTER}?`, atFilter, { query: { [FILTER]: value, ...every } }),
    ),
    open('words', `does the list accept ${ACTIVE}=perhaps?`, atActive, { query: { [ACTIVE]: 'perhaps' } }),
    open('unknown-parameter', 'does the list accept an unknown parameter?', operation.pointer, {
      query: { unknownParameter: '1' },
    }),
    ...accessCases(samples),
  ];
}

/** The record running and ended, as drivers may see it, and the lists that have to show it or not. */
export function visibleCases(update: Samples, list: Samples): readonly Case[] {
  const needs = ['allowVisible'] as const;
  const { pointer } = parameterOf(list.operation, ACTIVE);
  const windows = [
    ['running', '{anHourAgo}', '{inAnHour}', true],
    ['ended', '{threeHoursAgo}', '{twoHoursAgo}', false],
  ] as const;
  return windows.flatMap(([name, start, end, shows]) => {
    const id = `visible/${name}`;
    const title = `The active list ${shows ? 'has' : 'does not have'} a status that is ${name}.`;
    return [
      update.valid(id, `A status that is ${name} is accepted.`, update.bodySchema, {
        needs,
        fields: { [START]: start, [END]: end },
      }),
      list.valid(`${id}/true`, title, pointer, { needs, shows, query: { ...ofRecord, ...active } }),
      list.valid(`${id}/default`, title, pointer, { needs, shows, query: ofRecord }),
    ];
  });
}
