/** The script of the mock's page: shows the mock's state as it changes, and makes control calls and calls of the API. */
import { SWITCHES } from '../state/switches.ts';
import type { MockState } from '../types.ts';
import { callForm } from './call-form.ts';
import { call, listen, messageOf, origin, readState, send } from './calls.ts';
import { byId } from './dom.ts';
import { facts } from './facts.ts';
import { showRecords } from './records.ts';
import { showRequests } from './requests.ts';
import { showWaiting, stubButtons } from './stubbed-responses.ts';
import { switchForms } from './switches.ts';

const showSwitches = switchForms((path, value, done) => change(done, path, value));
const showUpdates = callForm((id, body) => void callApi(id, body));
let state: MockState | undefined;
let stateReadAt = Date.now();
let reading = false;
let readAgain = false;

/** Makes a control call, shows the state after it and reports what was done, or why not. @returns whether it was done */
function change(done: string, path: string, value?: unknown): Promise<boolean> {
  return attempt(async () => {
    show(await call(path, value));
    return done;
  });
}

/** Creates or updates a record as an app does. */
function callApi(id: string | undefined, body: unknown): Promise<boolean> {
  const collection = facts.calls.find(({ method }) => method === 'POST')?.path ?? '';
  const path = id === undefined ? collection : `${collection}/${encodeURIComponent(id)}`;
  return attempt(async () => {
    const response = await send(baseUrl() + path, id === undefined ? 'POST' : 'PATCH', body);
    if (!response.ok) throw new Error(await messageOf(response));
    const record = (await response.json()) as { id?: number };
    return `Record ${record.id ?? ''} is ${id === undefined ? 'created' : 'updated'}.`;
  });
}

async function attempt(run: () => Promise<string>): Promise<boolean> {
  try {
    report(await run());
    return true;
  } catch (error) {
    report(error instanceof TypeError ? 'The mock does not respond.' : (error as Error).message, true);
    return false;
  }
}

/** What an app takes as its base URL. */
function baseUrl(): string {
  return origin + (state?.basePath ?? '');
}

let clearing: ReturnType<typeof setTimeout> | undefined;

function report(text: string, failed = false): void {
  byId('report').textContent = text;
  byId('report').toggleAttribute('data-failed', failed);
  // It covers a part of the switches, so it does not stay.
  clearTimeout(clearing);
  clearing = setTimeout(() => {
    byId('report').textContent = '';
  }, 10_000);
}

function show(fresh: MockState): void {
  state = fresh;
  stateReadAt = Date.now();
  byId('clock-state').textContent = fresh.clock.running ? '' : 'stands still';
  showSwitches(fresh.switches);
  showWaiting(fresh.stubbedResponses);
  showUpdates(fresh.records);
  showRequests(fresh.requests);
  showLive(true);
  showTries();
  tick();
}

/** The mock's time, as it goes on since the state was read. */
function now({ clock }: MockState): number {
  return Date.parse(clock.now) + (clock.running ? Date.now() - stateReadAt : 0);
}

/** To the second, as the API writes its times. */
function timeText(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 19)}Z`;
}

function tick(): void {
  if (state === undefined) return;
  const text = timeText(now(state));
  byId('now').textContent = text.replace('T', ' ').replace('Z', '');
  byId('now').setAttribute('datetime', text);
  showRecords(state.records, now(state));
}

function setClock(value: string): void {
  void change(
    value === 'real' ? 'The clock shows the real time.' : `The clock stands at ${value}.`,
    SWITCHES.clock.path,
    value,
  );
}

function showLive(isLive: boolean): void {
  byId('live').dataset['state'] = isLive ? 'live' : 'lost';
  byId('live').textContent = isLive ? 'live' : 'no response';
  byId('lost').hidden = isLive;
}

function showTries(): void {
  if (byId('base-url').textContent === baseUrl()) return;
  byId('base-url').textContent = baseUrl();
  byId('try').textContent = facts.calls
    .map(({ method, path, body }) =>
      [
        `curl -X ${method} ${baseUrl()}${path}`,
        `  -H 'Authorization: Bearer any-key'`,
        ...(body === undefined ? [] : [`  -H 'Content-Type: application/json'`, `  -d '${JSON.stringify(body)}'`]),
      ].join(' \\\n'),
    )
    .join('\n\n');
}

/** Reads the state, once at a time; whatever changes meanwhile is read once more. */
async function read(): Promise<void> {
  readAgain = reading;
  if (reading) return;
  reading = true;
  try {
    do {
      readAgain = false;
      show(await readState());
    } while (readAgain as boolean);
  } catch {
    showLive(false);
  } finally {
    reading = false;
  }
}

byId('copy').addEventListener('click', () => {
  navigator.clipboard.writeText(baseUrl()).then(
    () => {
      report('The base URL is copied.');
    },
    () => {
      report('The browser did not let the page copy; select the base URL instead.', true);
    },
  );
});
stubButtons((responses, name) => {
  const next = responses.length === 1 ? 'The next response' : `The next ${responses.length} responses`;
  void change(`${next}: ${name}.`, 'respond-next', responses);
});
byId('clear-stubs').addEventListener(
  'click',
  () => void change('No stubbed response is waiting any more.', 'clear-stubbed-responses'),
);
byId('reset').addEventListener('click', () => void change('The mock is as it was when it was started.', 'reset'));
for (const button of document.querySelectorAll<HTMLElement>('[data-step-ms]')) {
  button.addEventListener('click', () => {
    if (state) setClock(timeText(now(state) + Number(button.dataset['stepMs'])));
  });
}
byId('real-time').addEventListener('click', () => {
  setClock('real');
});
setInterval(() => {
  if (!document.hidden) tick();
}, 1000);
listen(
  () => void read(),
  () => {
    showLive(false);
  },
);
