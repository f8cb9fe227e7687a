import type { ServerResponse } from 'node:http';
import type { Core } from '../core.ts';
import type { Page } from '../page/built.ts';

/** Events are sent at most this often, however many requests there are. */
const betweenEventsMs = 50;

/** Loads the page, once: who never looks at it does not pay for it, and after this its file is not needed any more. */
export async function loadPage(): Promise<Page> {
  return (await import('../page/built.ts')).page;
}

/** Serves `/__mock/` (the page), `/` (leads to it) and `/__mock/events` (its events); false for any other target. */
export function servePage(core: Core, target: string, response: ServerResponse): boolean {
  switch (target.split('?', 1)[0]) {
    case '/':
      response.writeHead(302, { Location: '/__mock/', 'Content-Length': 0 }).end();
      return true;
    case '/__mock':
    case '/__mock/':
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
      return true;
    case '/__mock/events':
      serveEvents(core, response);
      return true;
    default:
      return false;
  }
}

/** Server-sent events: the revision, at once and after changes. Nothing is sent while nothing changes. */
function serveEvents(core: Core, response: ServerResponse): void {
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
