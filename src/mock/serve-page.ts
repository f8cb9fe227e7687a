import type { ServerResponse } from 'node:http';
import type { Core } from './core.ts';

/** Events come at most this often, however many requests there are. */
const betweenEventsMs = 50;

let loading: Promise<typeof import('./page.ts')> | undefined;

/** Reads the page, once: whoever never looks at it never pays for it, and after this it is there even if its file is not. */
export function loadPage(): Promise<typeof import('./page.ts')> {
  return (loading ??= import('./page.ts'));
}

/** Answers `/__mock`, `/__mock/` (the page) and `/__mock/events` (its news); false for any other target. */
export function servePage(core: Core, target: string, response: ServerResponse): boolean {
  switch (target.split('?', 1)[0]) {
    case '/__mock':
    case '/__mock/':
      loadPage().then(
        ({ page, pageHeaders }) => {
          response.writeHead(200, { ...pageHeaders, 'Content-Length': Buffer.byteLength(page) });
          response.end(page);
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

/** Server-sent events: the revision, at once and after changes. Nothing is done while nothing changes. */
function serveEvents(core: Core, response: ServerResponse): void {
  response.writeHead(200, {
    'Content-Type': 'text/event-stream',
    'Cache-Control': 'no-store',
    'Access-Control-Allow-Origin': '*',
  });
  let timer: NodeJS.Timeout | undefined;
  const tell = () => {
    timer = undefined;
    response.write(`data: ${JSON.stringify({ revision: core.revision() })}\n\n`);
  };
  const end = core.controls.onChange(() => {
    timer ??= setTimeout(tell, betweenEventsMs);
  });
  response.once('close', () => {
    end();
    clearTimeout(timer);
  });
  tell();
}
