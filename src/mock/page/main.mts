/** The script of the mock's page: shows the mock's state as it changes, and turns its switches. */
import type { MockState } from '../types.ts';
import { baseUrl, call, listen, readState } from './calls.ts';
import { Clock } from './clock.ts';
import { byId } from './dom.ts';
import { readFacts } from './facts.ts';
import { answerButtons, showWaiting } from './next-answers.ts';
import { RecordsTable, type StatusRecord } from './records.ts';
import { showRequests } from './requests.ts';
import { settingsForms } from './settings.ts';

const facts = readFacts();
const records = new RecordsTable(facts);
const clock = new Clock((path, value, said) => turn(said, path, value));
const settings = settingsForms(facts, (path, value, title) => turn(`${title} is set.`, path, value));
let state: MockState | undefined;
let reading = false;
let readAgain = false;

/** Makes a call, shows the state after it and says what was done, or why not. @returns whether it was done */
async function turn(said: string, path: string, value?: unknown): Promise<boolean> {
  try {
    show(await call(path, value));
    say(said);
    return true;
  } catch (error) {
    say(error instanceof TypeError ? 'The mock does not answer.' : (error as Error).message, true);
    return false;
  }
}

let forgetting: ReturnType<typeof setTimeout> | undefined;

function say(text: string, failed = false): void {
  byId('said').textContent = text;
  byId('said').toggleAttribute('data-failed', failed);
  // It covers a part of the switches; long enough to be read.
  clearTimeout(forgetting);
  forgetting = setTimeout(() => {
    byId('said').textContent = '';
  }, 10_000);
}

function show(fresh: MockState): void {
  state = fresh;
  clock.follow(fresh);
  settings.show(fresh.switches);
  showWaiting(fresh);
  showRequests(fresh.requests);
  live(true);
  tick();
}

function tick(): void {
  if (state === undefined) return;
  clock.show();
  records.show(state.records as unknown as readonly StatusRecord[], clock.now());
}

function live(answers: boolean): void {
  const text = answers ? 'live' : 'lost';
  if (byId('live').dataset['state'] === text) return;
  byId('live').dataset['state'] = text;
  byId('live').textContent = answers ? 'live' : 'no answer';
  byId('lost').hidden = answers;
  byId('lost').textContent = answers
    ? ''
    : 'The mock does not answer. This page shows its last state and goes on by itself when it is back.';
}

/** One look at a time; what changes meanwhile is one more look. */
async function look(): Promise<void> {
  readAgain = reading;
  if (reading) return;
  reading = true;
  try {
    do {
      readAgain = false;
      show(await readState());
    } while (readAgain as boolean);
  } catch {
    live(false);
  } finally {
    reading = false;
  }
}

byId('base-url').textContent = baseUrl;
byId('try').textContent = facts.tries
  .map(({ method, path, body }) =>
    [
      `curl -X ${method} ${baseUrl}${path}`,
      `  -H 'Authorization: Bearer any-key'`,
      ...(body === undefined ? [] : [`  -H 'Content-Type: application/json'`, `  -d '${JSON.stringify(body)}'`]),
    ].join(' \\\n'),
  )
  .join('\n\n');
byId('copy').addEventListener('click', () => {
  navigator.clipboard.writeText(baseUrl).then(
    () => {
      say('The base URL is copied.');
    },
    () => {
      say('The browser did not let the page copy; select the base URL instead.', true);
    },
  );
});
byId('settings').replaceChildren(...settings.forms);
byId('more-settings').replaceChildren(...settings.more);
answerButtons(facts, (answers, name) => {
  void turn(
    answers.length === 1 ? `The next answer is ${name}.` : `The next ${answers.length} answers are ${name}.`,
    'respond-next',
    answers,
  );
});
byId('reset').addEventListener('click', () => {
  void turn('The mock is as it was when it was started.', 'reset');
});
byId('span').addEventListener('change', tick);
setInterval(() => {
  if (!document.hidden) tick();
}, 1000);
listen(
  () => void look(),
  () => {
    live(false);
  },
);
