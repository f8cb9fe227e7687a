import type { PlainRequest } from './types.ts';

/** A request body, decoded once. */
export interface Body {
  readonly tooLarge: boolean;
  readonly length: number;
  /** Left out where it is not UTF-8, or too large. */
  readonly text?: string;
}

const none: Body = { tooLarge: false, length: 0, text: '' };

export function decodeBody(bytes: PlainRequest['body']): Body {
  if (bytes === 'too large') return { tooLarge: true, length: Infinity };
  if (bytes.length === 0) return none;
  decoder ??= new TextDecoder('utf-8', { fatal: true });
  try {
    return { tooLarge: false, length: bytes.length, text: decoder.decode(bytes) };
  } catch {
    return { tooLarge: false, length: bytes.length };
  }
}

/** One for all requests: each holds memory outside the heap. */
let decoder: TextDecoder | undefined;
