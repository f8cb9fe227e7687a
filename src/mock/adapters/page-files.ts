import type { ServerResponse } from 'node:http';
import type { Core } from '../core.ts';

/** Events are sent at most this often, however many requests there are. */
const betweenEventsMs = 50;

/** Loads the page once, when somebody looks at it; after that the mock no longer needs its file. */
export async function loadPage() {
  return (await import('../page/built.ts')).page;
}

/** What is served beside the responses of the core, by path: the page, and its events. */
export const PAGE_FILES: ReadonlyMap<string | undefined, (response: ServerResponse, core: Core) => void> = new Map([
  ['/', redirect],
  ['/__mock', servePage],
  ['/__mock/', servePage],
  ['/__mock/events', serveEvents],
]);

function redirect(response: ServerResponse): void {
  response.writeHead(302, { Location: '/__mock/', 'Content-Length': 0 }).end();
}

function servePage(response: ServerResponse): void {
  loadPage().then(
    ({ html, policy }) => {
      response.writeHead(200, {
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Length': Buffer.byteLength(html),
        'Content-Security-Policy': policy,
        'X-Content-Type-Options': 'nosniff',
        'Referrer-Policy': 'no-referrer',
        'Cache-Control': 'no-store',
      });
      response.end(html);
    },
    (error: unknown) => response.destroy(error as Error),
  );
}

/** Server-sent events: the revision, at once and after changes. Nothing is sent while nothing changes. */
function serveEvents(response: ServerResponse, core: Core): void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  let timer: NodeJS.Timeout | undefined;
  const send = () => {
    timer = undefined;
    response.write(`data: ${JSON.stringify({ revision: core.revision() })}\n\n`);
  };
  const end = core.controls.onChange(() => {
    timer ??= setTimeout(send, betweenEventsMs);
  });
  response.once('close', () => {
    end();
    clearTimeout(timer);
  });
  send();
}
