/** A longer body is not read on, in bytes: 10 MiB, some 60,000 records. */
export const maxBodyBytes = 10 * 1024 * 1024;

/** The body as text, and whether it went on beyond `maxBodyBytes`. */
export interface ReadBody {
  readonly text: string;
  readonly isTooLong: boolean;
}

/** Reads a body as a stream, so that an endless or a compressed one cannot fill the memory. */
export async function readBody(response: Response): Promise<ReadBody> {
  const { headers } = response;
  // Where the length is known and nothing is decompressed, `text` is bounded and faster. From another origin, a browser shows
  // the length of what was compressed, but not that it was.
  const isBounded =
    Number(headers.get('Content-Length') ?? NaN) <= maxBodyBytes &&
    !headers.has('Content-Encoding') &&
    response.type !== 'cors';
  // React Native has no streams.
  const reader = isBounded ? undefined : (response.body as ReadableStream<Uint8Array> | null | undefined)?.getReader();
  if (!reader) return { text: await response.text(), isTooLong: false };
  const decoder = new TextDecoder();
  let text = '';
  for (let size = 0; size <= maxBodyBytes;) {
    const { done, value } = await reader.read();
    text += decoder.decode(value, { stream: !done });
    if (done) return { text, isTooLong: false };
    size += value.length;
  }
  // Not waited for: a stream may never end its cancelling.
  reader.cancel().catch(() => undefined);
  return { text, isTooLong: true };
}
