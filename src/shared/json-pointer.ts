/** JSON pointers (RFC 6901), as they stand in findings and in the document: `/a/b`, `#/components/…`. */

/** Appends segments to a pointer. */
export function joinPointer(pointer: string, ...segments: readonly (string | number)[]): string {
  return [pointer, ...segments.map((segment) => String(segment).replaceAll('~', '~0').replaceAll('/', '~1'))].join('/');
}

/** The segments of a pointer; none for the whole value (`''` or `'#'`). */
export function splitPointer(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** What stands at a pointer, own properties only; `undefined` where there is nothing. */
export function valueAt(value: unknown, pointer: string): unknown {
  return splitPointer(pointer).reduce<unknown>((owner, name) => {
    const isOwn = typeof owner === 'object' && owner !== null && Object.hasOwn(owner, name);
    return isOwn ? (owner as Record<string, unknown>)[name] : undefined;
  }, value);
}
