export { updateMany } from './client/update-many.ts';
export type { ChangeItem, UpdateManyOptions, UpdateOutcome, UpdateProgress } from './client/update-many.ts';
