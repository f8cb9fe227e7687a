import { DOCUMENT_VERSION } from '../../generated/facts.ts';
import { VALIDATORS } from '../../generated/validators.ts';
import { OPERATIONS } from '../../generated/operations.ts';
import type { MockDocument } from './core.ts';

/** The document that this package is made from. */
export const DOCUMENT: MockDocument = { version: DOCUMENT_VERSION, operations: OPERATIONS, judges: VALIDATORS };
