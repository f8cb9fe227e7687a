/** The entry `temporary-evse-statuses/bulk`: a separate entry, so it stays out of your bundle until you import it. */
export { createMany, updateMany } from './client/bulk/bulk.ts';
export type { CreateItem, UpdateItem } from './client/bulk/bulk.ts';
export type { BulkOptions, BulkProgress, Outcome } from './client/bulk/outcomes.ts';
