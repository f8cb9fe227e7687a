/** `temporary-evse-statuses mock`: the mock as a command. */
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { devNull } from 'node:os';
import process from 'node:process';
import { isatty } from 'node:tty';
import { DOCUMENT_VERSION } from '../../generated/facts.ts';
import { OPERATIONS } from '../../generated/operations.ts';
import type { StartMockOptions } from '../mock/adapters/node-http.ts';
import { fromText, SWITCH_NAMES, SWITCHES, toText } from '../mock/state/switches.ts';
import type { MockRecord } from '../mock/types.ts';
import type { Command } from './command.ts';
import { readJsonFile } from './files.ts';
import { requestJson, requestLine } from './mock-log.ts';
import { CommandError, toNumber, UsageError, type Flag, type FlagGroups } from './flags.ts';
import { print, tell } from './output.ts';
import { untilSignal } from './signals.ts';

const defaultPort = 4010;
/** Where `--keys one` reads the key: a flag would show it in the list of processes. */
const keyVariable = 'MOCK_API_KEY';

const switches = SWITCH_NAMES.map((option): [string, Flag<typeof option>] => {
  const row = SWITCHES[option];
  const read = (text: string, flag: string) => {
    const value = fromText(row, text);
    if (row.textRule === undefined || row.isValid(value)) return value;
    throw new UsageError(`${flag} must be ${row.textRule}; it was ${JSON.stringify(text)}.`);
  };
  const help = `${row.help}. Default: ${toText(row, row.initial)}.`;
  return [row.path, { option, value: row.placeholder, help, read }];
});

/** What the flags set: the mock's options, and these. */
interface MockValues extends Omit<StartMockOptions, 'seed'> {
  /** The file. */
  readonly seed?: string;
  readonly quiet?: true;
  readonly json?: true;
}

const flags: FlagGroups<keyof MockValues> = {
  Server: {
    port: { value: 'PORT', short: 'p', read: toNumber, help: `The port; 0 is any free one. Default: ${defaultPort}.` },
    host: { value: 'HOST', help: 'The address to serve at. Default: 127.0.0.1, which only this machine can reach.' },
    'allowed-host': {
      option: 'allowedHosts',
      value: 'NAME',
      multiple: true,
      help: 'A host name by which the mock may be called, beside localhost, IP addresses and HOST. Default: none.',
    },
    'allowed-origin': {
      option: 'allowedOrigins',
      value: 'ORIGIN',
      multiple: true,
      help: 'An origin, such as http://localhost:5173, whose pages may turn the switches. Default: the mock’s own page alone.',
    },
    seed: { value: 'FILE', help: 'The records to start with, as JSON. Default: three, around the time of the start.' },
  },
  Switches: {
    ...Object.fromEntries(switches),
    [SWITCHES.keys.path]: {
      option: 'keys',
      value: '<any|one|off>',
      help: `${SWITCHES.keys.help}. The environment variable ${keyVariable} holds the one. Default: any.`,
      read: readKeys,
    },
  },
  Output: {
    quiet: { short: 'q', help: 'Prints no line for each request.' },
    json: { help: 'Prints one JSON object a line instead of text.' },
  },
};

export const mock: Command = {
  usage: '[flags]',
  about: `Serves the operations of the OpenAPI document (release ${DOCUMENT_VERSION}):
${OPERATIONS.map(({ method, path }) => `  ${method} ${path}\n`).join('')}
It keeps what you send in memory until it stops, and explains each request that it rejects. You can change its switches
while it runs, on its page, /__mock/, or by calls under /__mock/. Never give it a real API key.
`,
  flags,
  notes: `Examples
  temporary-evse-statuses mock
  temporary-evse-statuses mock --port 0 --latency 100..800 --error-rate 0.1
  temporary-evse-statuses mock --rate-limit 5/60 --clock 2025-04-23T10:00:00Z

Exit codes
  0  ended by Ctrl-C or SIGTERM; a closed terminal or pipe does not end it
  2  it could not start
`,
  run: (values: MockValues) => untilSignal(['SIGINT', 'SIGTERM'], (stopped) => run(values, stopped)),
};

async function run({ seed: file, quiet, json, ...options }: MockValues, stopped: AbortSignal): Promise<number> {
  // The end of the terminal does not end the mock.
  process.on('SIGHUP', () => undefined);
  const seed = file === undefined ? undefined : (readJsonFile('seed', file) as readonly MockRecord[]);
  const toLine = json ? requestJson : requestLine;

  const terminals = [0, 1, 2].filter((descriptor) => isatty(descriptor));
  const [{ startMock }, { loadPage }] = await Promise.all([
    import('../mock/adapters/node-http.ts'),
    import('../mock/adapters/page-files.ts'),
  ]);
  // Not when it is first asked for: a running mock no longer needs its own files.
  await loadPage();
  const onRequest: StartMockOptions['onRequest'] = (received, durationMs) => {
    print(`${toLine(received, durationMs)}\n`);
  };
  const started = startMock({ port: defaultPort, ...options, ...(seed && { seed }), ...(!quiet && { onRequest }) });
  const server = await started.catch((error: unknown) => {
    const { code, option, message } = error as Error & { code?: string; option?: string };
    if (option === 'seed') throw new UsageError(`--seed ${String(file)}: ${message}`);
    throw code === undefined ? error : new CommandError(message);
  });
  const { host } = options;
  if (host !== undefined && !/^(localhost|127\.[\d.]+|::1)$/.test(host)) {
    tell(`Warning: at --host ${host}, whoever reaches this machine can use the mock and turn its switches.\n`);
  }
  const { url } = server;
  const page = `${url}/__mock/`;
  print(
    json
      ? `${JSON.stringify({ event: 'ready', url, page })}\n`
      : `The mock is ready (API release ${DOCUMENT_VERSION}). Ctrl-C ends it.\n\n  Base URL  ${url}\n  Page      ${page}\n\n`,
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

function readKeys(text: string, flag: string): unknown {
  if (text === 'any' || text === 'off') return text;
  // The text may be the key.
  if (text !== 'one') throw new UsageError(`${flag} must be any, one or off.`);
  const key = process.env[keyVariable];
  if (key) return { one: key };
  throw new UsageError(`${flag} one needs the key in the environment variable ${keyVariable}.`);
}
