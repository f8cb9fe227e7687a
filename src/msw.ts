/** The mock as handlers for Mock Service Worker 2, in browsers and in Node. */
import { http, type HttpHandler } from 'msw';
import { createCore } from './mock/core.ts';
import { DOCUMENT } from './mock/document.ts';
import { handleRequest } from './mock/fetch-door.ts';
import { MockOptionError, show } from './mock/option-error.ts';
import type { MockControls, MockOptions } from './mock/types.ts';

export interface MswOptions extends Omit<MockOptions, 'basePath'> {
  /**
   * Where the documented paths begin, for example `https://app.example/api`; calls to other places are not ours.
   * Default: `*`, any origin and any path in front.
   */
  readonly baseUrl?: string;
}

export interface MockHandlers extends MockControls {
  /** For `setupWorker(...handlers)` or `setupServer(...handlers)`. */
  readonly handlers: HttpHandler[];
}

/**
 * Handlers for the documented paths and for the calls under `/__mock/`; whatever else an app calls is left alone.
 * @throws {MockOptionError} an option is wrong; the message names it
 */
export function createMockHandlers({ baseUrl = '*', ...options }: MswOptions = {}): MockHandlers {
  const place = baseUrl === '*' ? '[a-z]+:\\/\\/[^?#]*' : escape(readBaseUrl(baseUrl));
  const core = createCore(DOCUMENT, options);
  const templates = [...new Set(DOCUMENT.operations.map(({ path }) => path))];
  const patterns = [
    ...templates.map((template) =>
      template
        .split(/\{[^}]+\}/)
        .map(escape)
        .join('[^/]+'),
    ),
    '\\/__mock(?:\\/.*)?',
  ];
  return {
    handlers: patterns.map((pattern) => {
      const target = new RegExp(`${pattern}$`, 's');
      return http.all(new RegExp(`^${place}${pattern}$`, 's'), ({ request }) => {
        const { pathname, search } = new URL(request.url);
        return handleRequest(core, request, (target.exec(pathname)?.[0] ?? pathname) + search);
      });
    }),
    ...core.controls,
  };
}

/** As `createMockHandlers`, where the handlers are all that is wanted: the switches are under `/__mock/` as well. */
export function handlers(options: MswOptions = {}): HttpHandler[] {
  return createMockHandlers(options).handlers;
}

export { MockOptionError } from './mock/option-error.ts';

function readBaseUrl(baseUrl: unknown): string {
  const url = typeof baseUrl === 'string' && URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  if (url?.search !== '' || url.hash !== '') {
    throw new MockOptionError('baseUrl', `baseUrl must be "*" or a URL without query; it was ${show(baseUrl)}.`);
  }
  return url.href.replace(/\/$/, '');
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
