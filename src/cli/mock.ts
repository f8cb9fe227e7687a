/** `temporary-evse-statuses mock`: the mock as a command. */
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { devNull } from 'node:os';
import process from 'node:process';
import { isatty } from 'node:tty';
import v8 from 'node:v8';
import { DOCUMENT_VERSION } from '../../generated/facts.ts';
import { OPERATIONS } from '../../generated/operations.ts';
import { readValue } from '../mock/checks.ts';
import { MockOptionError } from '../mock/option-error.ts';
import { SWITCH_NAMES, SWITCHES, type Switches } from '../mock/state/switches.ts';
import type { MockRecord } from '../mock/types.ts';
import type { Command } from './command.ts';
import { readJsonFile } from './files.ts';
import { requestJson, requestLine } from './mock-log.ts';
import { CommandError, UsageError, type Given } from './options.ts';
import { print, tell } from './output.ts';
import { withStopSignal } from './signals.ts';

const defaultPort = 4010;
/** Where `--keys one` reads the key: a flag would show it in the list of processes. */
const keyVariable = 'MOCK_API_KEY';

const switchOptions = SWITCH_NAMES.map((name) => {
  const { path, placeholder, help, initial } = SWITCHES[name];
  const more = name === 'keys' ? ` (the environment variable ${keyVariable} holds it)` : '';
  const start = typeof initial === 'string' ? initial : JSON.stringify(initial);
  return [path, { value: placeholder, help: `${help}${more}. Default: ${start}.` }] as const;
});

export const mock: Command = {
  usage: '[flags]',
  about: `Serves the operations of the OpenAPI document (release ${DOCUMENT_VERSION}):
${OPERATIONS.map(({ method, path }) => `  ${method} ${path}\n`).join('')}
It remembers what it is sent until it ends, and says of each refused request what was wrong with it. Its switches can
also be turned while it runs: on its page, /__mock/, or by calls under /__mock/. Never give it a real API key.
`,
  options: {
    Server: {
      port: { value: 'PORT', short: 'p', help: `The port to serve at; 0 takes any free one. Default: ${defaultPort}.` },
      host: { value: 'HOST', help: 'The address to serve at. Default: 127.0.0.1, which only this machine can reach.' },
      'allowed-host': {
        value: 'NAME',
        multiple: true,
        help: 'A host name by which the mock may be called, beside localhost, IP addresses and HOST. Default: none.',
      },
      'allowed-origin': {
        value: 'ORIGIN',
        multiple: true,
        help: 'An origin, such as http://localhost:5173, whose pages may turn the switches. Default: the mock’s own page alone.',
      },
      seed: {
        value: 'FILE',
        help: 'The records to start with, a JSON file. Default: three, around the time of the start.',
      },
    },
    Switches: Object.fromEntries(switchOptions),
    Output: {
      quiet: { short: 'q', help: 'No line for each request.' },
      json: { help: 'One JSON object a line instead of text.' },
    },
  },
  notes: `Examples
  temporary-evse-statuses mock
  temporary-evse-statuses mock --port 0 --latency 100..800 --error-rate 0.1
  temporary-evse-statuses mock --rate-limit 5/60 --clock 2025-04-23T10:00:00Z

Exit codes
  0  ended by Ctrl-C or SIGTERM; a closed terminal or pipe does not end it
  2  it could not start
`,
  run: (given) => withStopSignal('ignore', (stopped) => run(given, stopped)),
};

async function run(given: Given, stopped: AbortSignal): Promise<number> {
  const port = readPort(given.value('port') ?? String(defaultPort));
  const host = given.value('host');
  const switches = readSwitchFlags(given);
  const seedFile = given.value('seed');
  const seed = seedFile === undefined ? undefined : ((await readJsonFile('seed', seedFile)) as readonly MockRecord[]);
  const toLine = given.flag('json') ? requestJson : requestLine;

  // What a request leaves behind is collected at once instead of in a nursery that grows: under load the process keeps to
  // some 70 MB instead of 90, for a tenth more CPU time.
  v8.setFlagsFromString('--semi-space-growth-factor=1');
  const terminals = [0, 1, 2].filter((descriptor) => isatty(descriptor));
  const [{ startMock }, { loadPage }] = await Promise.all([
    import('../mock/adapters/node-http.ts'),
    import('../mock/adapters/page-files.ts'),
  ]);
  // Not when it is first asked for: a running mock no longer needs its own files.
  await loadPage();
  const server = await startMock({
    port,
    ...(host !== undefined && { host }),
    ...(seed !== undefined && { seed }),
    allowedHosts: given.values('allowed-host'),
    allowedOrigins: given.values('allowed-origin'),
    ...switches,
    ...(!given.flag('quiet') && {
      onRequest: (received, durationMs) => {
        print(`${toLine(received, durationMs)}\n`);
      },
    }),
  }).catch((error: unknown) => {
    throw startError(error, seedFile);
  });
  if (host !== undefined && !/^(localhost|127\.[\d.]+|::1)$/.test(host)) {
    tell(`Warning: at --host ${host}, whoever reaches this machine can use the mock and turn its switches.\n`);
  }
  const page = `${server.url}/__mock/`;
  print(
    given.flag('json')
      ? `${JSON.stringify({ event: 'ready', url: server.url, page })}\n`
      : `The mock is ready (API release ${DOCUMENT_VERSION}). Ctrl-C ends it.\n\n  Base URL  ${server.url}\n  Page      ${page}\n\n`,
  );
  if (!stopped.aborted) await once(stopped, 'abort');
  await server.close();
  letGo(terminals);
  return 0;
}

/** At its end, Node resets the mode of each terminal, and aborts where the terminal is gone. The mode was never changed. */
function letGo(terminals: readonly number[]): void {
  for (const descriptor of terminals) {
    closeSync(descriptor);
    // Takes the place of what was closed.
    openSync(devNull, 'r+');
  }
}

function readPort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : NaN;
  if (!(port <= 65_535)) throw new UsageError(`--port must be a whole number from 0 to 65535; it was '${text}'.`);
  return port;
}

/** @throws {UsageError} naming the flag */
function readSwitchFlags(given: Given): Partial<Switches> {
  const entries = SWITCH_NAMES.flatMap((name) => {
    const { path, parse } = SWITCHES[name];
    const flag = `--${path}`;
    const text = given.value(path);
    if (text === undefined) return [];
    const value = name === 'keys' && text === 'one' ? { one: oneKey(flag) } : parse(text);
    try {
      return [[name, readValue<unknown>(name, SWITCHES[name], value)]];
    } catch (error) {
      // A value of --keys may be a key, which was to be `one`.
      throw new UsageError(`${flag}${name === 'keys' ? '' : ` ${text}`}: ${(error as Error).message}`);
    }
  });
  return Object.fromEntries(entries) as Partial<Switches>;
}

function oneKey(flag: string): string {
  const key = process.env[keyVariable];
  if (key === undefined || key === '') {
    throw new UsageError(`${flag} one needs the key in the environment variable ${keyVariable}.`);
  }
  return key;
}

/** Says what is known to keep a mock from starting in words of the command line. */
function startError(error: unknown, seedFile = ''): unknown {
  if (error instanceof MockOptionError) {
    const flags: Partial<Record<string, string>> = {
      seed: `--seed ${seedFile}`,
      allowedHosts: '--allowed-host',
      allowedOrigins: '--allowed-origin',
    };
    const flag = flags[error.option];
    return new UsageError(`${flag === undefined ? '' : `${flag}: `}${error.message}`);
  }
  return error instanceof Error && 'code' in error ? new CommandError(error.message) : error;
}
