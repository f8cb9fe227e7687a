/** The mock as handlers for Mock Service Worker 2 or 3, in browsers and in Node. */
import { http, type HttpHandler } from 'msw';
import { OPERATIONS } from '../generated/operations.ts';
import { handleRequest } from './mock/adapters/fetch.ts';
import type { Row } from './mock/checks.ts';
import { createCore } from './mock/core.ts';
import type { MockOptions } from './mock/options.ts';
import { escapePattern, patternOf } from './mock/request/routes.ts';
import type { MockControls } from './mock/types.ts';

/** What `createMockHandlers` takes. */
export interface MswOptions extends Omit<MockOptions, 'basePath'> {
  /**
   * Where the documented paths begin, for example `https://app.example/api`; calls to other places are left alone.
   * Default: `*`, any origin and any path in front.
   */
  readonly baseUrl?: string;
}

/** A mock as handlers for Mock Service Worker, and its controls. */
export interface MockHandlers extends MockControls {
  /** For `setupWorker(...handlers)` or `setupServer(...handlers)`. */
  readonly handlers: HttpHandler[];
}

const rows: Readonly<Record<'baseUrl', Row>> = {
  baseUrl: { rule: '"*" or a URL without a query', isValid: (value) => value === '*' || isBaseUrl(value) },
};

function isBaseUrl(value: unknown): boolean {
  const url = typeof value === 'string' && URL.canParse(value) ? new URL(value) : undefined;
  return url?.search === '' && url.hash === '';
}

/**
 * Handlers for the documented paths and for control calls (`/__mock/…`); whatever else an app calls is left alone.
 * @throws {MockOptionError} An option is wrong; the message names it.
 */
export function createMockHandlers(options: MswOptions = {}): MockHandlers {
  const { baseUrl = '*' } = options;
  const core = createCore(options, { rows });
  const base = baseUrl === '*' ? '[a-z]+:\\/\\/[^?#]*' : escapePattern(new URL(baseUrl).href.replace(/\/$/, ''));
  const templates = [...new Set(OPERATIONS.map(({ path }) => path))];
  const patterns = [...templates.map((template) => patternOf(template, '[^/]+')), '\\/__mock(?:\\/.*)?'];
  return {
    handlers: patterns.map((pattern) => {
      const target = new RegExp(`${pattern}$`, 's');
      return http.all(new RegExp(`^${base}${pattern}$`, 's'), ({ request }) => {
        const { pathname, search } = new URL(request.url);
        return handleRequest(core, request, (target.exec(pathname)?.[0] ?? pathname) + search);
      });
    }),
    ...core.controls,
  };
}

export { MockOptionError } from './mock/checks.ts';
