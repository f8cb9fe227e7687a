/** Why a request or response breaks the document, in terms that fit both Prism and our mock. */
export interface Reason {
  readonly part:
    | 'route'
    | 'method'
    | 'status'
    | 'security'
    | 'media type'
    | 'accept'
    | 'syntax'
    | 'path'
    | 'query'
    | 'header'
    | 'body';
  /** The name of a parameter or header, or a JSON pointer into the body (for a missing field, to that field). */
  readonly at?: string;
  /** The schema keyword that is broken. */
  readonly keyword?: string;
}

/** Sorted, so that two lists can be compared. */
export function sorted(reasons: readonly Reason[]): readonly Reason[] {
  const key = ({ part, at = '', keyword = '' }: Reason) => `${part} ${at} ${keyword}`;
  return [...reasons].sort((one, other) => (key(one) < key(other) ? -1 : 1));
}
