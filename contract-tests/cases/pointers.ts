/** Where named schemas stand in the document. */
import type { components } from '../../generated/types.ts';
import { pointer } from '../support/document.ts';

export function schema(name: keyof components['schemas'], ...segments: readonly (string | number)[]): string {
  return pointer('#/components/schemas', name, ...segments);
}
