import { afterEach } from '@jest/globals';
import { startMock, type StartedMock, type StartMockOptions } from '../index.ts';
import { call, COLLECTION } from './call.ts';

const open: StartedMock[] = [];

/** For a test file: starts mocks without a rate limit, and closes them after each test. */
export function useMocks(): (options?: StartMockOptions) => Promise<StartedMock> {
  afterEach(async () => {
    await Promise.all(open.splice(0).map((mock) => mock.close()));
  });
  return async (options = {}) => {
    const mock = await startMock({ rateLimit: 'off', ...options });
    open.push(mock);
    return mock;
  };
}

/** The head of a valid update, but for its length. */
export const HEAD = `PATCH ${COLLECTION}/42 HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer k\r\nContent-Type: application/json\r\n`;

/** Whether a response is complete to the end of its JSON. */
export function isResponse(text: string): boolean {
  return text.includes('\r\n\r\n') && text.includes('}');
}

/** Whether a mock still works. */
export async function serves({ url }: StartedMock): Promise<boolean> {
  return (await call(fetch, { json: { temporaryStatus: 'RESERVED' } }, url)).status === 200;
}
