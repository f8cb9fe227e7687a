/** Ajv on the unchanged document: a second opinion on the generated validators, whose schemas are rewritten first. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Pointer } from '../../generated/operations.ts';
import { isDateTime } from '../../src/shared/rfc3339.ts';
import { DOCUMENT } from './document.ts';

export interface Finding {
  readonly instancePath: string;
  readonly keyword: string;
}

/** A function that validates a value against the schema at a pointer. */
export function plainAjv(): (schema: Pointer, value: unknown) => readonly Finding[] {
  const ajv = new Ajv2020({ strict: false, allErrors: true, formats: { 'date-time': isDateTime } });
  ajv.addSchema({ ...DOCUMENT, $id: 'document:' });
  return (schema, value) => {
    const validate = ajv.getSchema(`document:${encodeURI(schema)}`);
    if (!validate) throw new Error(`The document has no schema at ${schema}.`);
    void validate(value);
    return (validate.errors ?? []).map(({ instancePath, keyword }) => ({ instancePath, keyword }));
  };
}
