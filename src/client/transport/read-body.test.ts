import { describe, expect, test } from '@jest/globals';
import { maxBodyBytes, readBody } from './read-body.ts';

const chunk = new Uint8Array(1024 * 1024).fill(97);

/** A body that goes on as long as it is read; `pulled` counts its chunks. */
function endless() {
  const count = { pulled: 0, cancelled: false };
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      count.pulled++;
      controller.enqueue(chunk);
    },
    cancel() {
      count.cancelled = true;
      return new Promise(() => undefined);
    },
  });
  return { body, count };
}

describe('a body', () => {
  test.each([
    ['', ''],
    ['{"id":42}', '{"id":42}'],
    ['\uFEFF{}', '{}'],
    ['ü€😀', 'ü€😀'],
  ])('%j is read as text', async (text, expected) => {
    expect(await readBody(new Response(text))).toEqual({ text: expected, isTooLong: false });
    const bytes = new TextEncoder().encode(text);
    const single = new ReadableStream({
      start(controller) {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
        controller.close();
      },
    });
    expect(await readBody(new Response(single))).toEqual({ text: expected, isTooLong: false });
  });

  test('that is missing is an empty text', async () => {
    expect(await readBody(new Response(null))).toEqual({ text: '', isTooLong: false });
  });

  test('without an end is cut off, and what cancelling it takes is not waited for', async () => {
    const { body, count } = endless();
    const { text, isTooLong } = await readBody(new Response(body));
    expect(isTooLong).toBe(true);
    expect(text.length).toBeGreaterThan(maxBodyBytes);
    expect(count.pulled).toBeLessThan(15);
    expect(count.cancelled).toBe(true);
  });

  test('of as many bytes as are allowed is whole', async () => {
    const { text, isTooLong } = await readBody(new Response(new Blob([new Uint8Array(maxBodyBytes)]).stream()));
    expect({ isTooLong, length: text.length }).toEqual({ isTooLong: false, length: maxBodyBytes });
  });

  test.each([{ 'Content-Length': '5', 'Content-Encoding': 'gzip' }, { 'Content-Length': '99999999' }])(
    'is not trusted where its headers are %j',
    async (headers) => {
      const { isTooLong } = await readBody(new Response(endless().body, { headers }));
      expect(isTooLong).toBe(true);
    },
  );

  test('of another origin is not trusted: a page does not see that it was compressed', async () => {
    const response = new Response(endless().body, { headers: { 'Content-Length': '5' } });
    Object.defineProperty(response, 'type', { value: 'cors' });
    expect(await readBody(response)).toMatchObject({ isTooLong: true });
  });

  test('of a known, bounded length is read at once', async () => {
    const headers = { 'Content-Length': '2' };
    expect(await readBody(new Response('{}', { headers }))).toEqual({ text: '{}', isTooLong: false });
  });
});
