/** The entry `temporary-evse-statuses/bulk`: an entry of its own, so that only its users carry it. */
export { createMany, updateMany } from './client/bulk/bulk.ts';
export type { CreateItem, UpdateItem } from './client/bulk/bulk.ts';
export type { BulkOptions, BulkProgress, Outcome } from './client/bulk/outcomes.ts';
