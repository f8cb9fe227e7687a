import { nameOf, OPERATION_NAMES, type OperationName } from '../document.ts';
import type { Case } from './case.ts';
import { createCases } from './create-cases.ts';
import { listCases, visibleCases } from './list-cases.ts';
import { samplesOf } from './samples.ts';
import { updateCases } from './update-cases.ts';

let every: readonly Case[] | undefined;

/** Every case of the check for some operations, in the order in which they are sent. */
export function casesOf(operations: readonly OperationName[]): readonly Case[] {
  const [list, create, update] = [samplesOf('list'), samplesOf('create'), samplesOf('update')];
  every ??= [...listCases(list), ...updateCases(update), ...visibleCases(update, list), ...createCases(create)];
  return every.filter(
    ({ operation, shows }) =>
      operations.includes(nameOf(operation)) && (shows === undefined || operations.includes('update')),
  );
}

/** Every case of the check, in the order in which they are sent: what a run can send, whatever its options. */
export function listEveryCase(): readonly Pick<Case, 'id' | 'title' | 'place'>[] {
  return casesOf(OPERATION_NAMES).map(({ id, title, place }) => ({ id, title, place }));
}
