/** Why a request or a response is not what the document says, in words that those of Prism and of the mock are read into. */
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
  /** The name of a parameter or header, or a JSON pointer into the body; a missing field's own. */
  readonly at?: string;
  /** The schema keyword that is broken. */
  readonly keyword?: string;
}

/** In a fixed order, so that two lists can be compared. */
export function sorted(reasons: readonly Reason[]): readonly Reason[] {
  const key = ({ part, at = '', keyword = '' }: Reason) => `${part} ${at} ${keyword}`;
  return [...reasons].sort((one, other) => (key(one) < key(other) ? -1 : 1));
}
