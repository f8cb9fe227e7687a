/** `temporary-evse-statuses mock`: the mock as a command. */
import { closeSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { devNull } from 'node:os';
import process from 'node:process';
import { isatty } from 'node:tty';
import v8 from 'node:v8';
import { DOCUMENT_VERSION } from '../../generated/facts.ts';
import { OPERATIONS } from '../../generated/operations.ts';
import { SWITCH_NAMES, SWITCHES, type Switches } from '../mock/switches.ts';
import type { Seed } from '../mock/types.ts';
import { requestLine, requestObject } from './mock-log.ts';
import { optionsHelp, readOptions, UsageError, type Given, type Options } from './options.ts';

const defaultPort = 4010;
/** Where `--keys one` reads the key: a flag would show it in the list of processes. */
const keyVariable = 'MOCK_API_KEY';

const options: Options = {
  port: { value: 'PORT', short: 'p', help: `The port to serve at; 0 takes any free one. Default: ${defaultPort}.` },
  host: { value: 'HOST', help: 'The address to serve at. Default: 127.0.0.1, which only this machine can reach.' },
  seed: {
    value: 'FILE',
    help: 'The records to start with, a JSON file. Default: the examples of the OpenAPI document.',
  },
  ...Object.fromEntries(
    SWITCH_NAMES.map((name) => {
      const { flag, placeholder, help, initial } = SWITCHES[name];
      const more = name === 'keys' ? ` (the environment variable ${keyVariable} holds it)` : '';
      return [
        flag.slice(2),
        {
          value: placeholder,
          help: `${help}${more}. Default: ${typeof initial === 'string' ? initial : JSON.stringify(initial)}.`,
        },
      ];
    }),
  ),
  quiet: { short: 'q', help: 'No line for each request.' },
  json: { help: 'One JSON object a line instead of text.' },
  help: { short: 'h', help: 'This text.' },
};

const endpoints = OPERATIONS.map(({ method, path }) => `${method} ${path}`);

function helpText(): string {
  return `temporary-evse-statuses mock [flags]

Serves ${endpoints.join(', ')} as the OpenAPI document says (release ${DOCUMENT_VERSION}):
remembers updates until it ends, and says of each refused request what was wrong with it.
Its switches can also be turned while it runs: on its page, /__mock/, or by calls under /__mock/.
It needs no real API key; never give it one.

Flags
${optionsHelp(options)}

Examples
  temporary-evse-statuses mock
  temporary-evse-statuses mock --port 0 --latency 100..800 --error-rate 0.1
  temporary-evse-statuses mock --rate-limit 5/60 --clock 2025-04-23T10:00:00Z

It ends with code 0 on Ctrl-C and on SIGTERM. It goes on when its terminal closes or nobody reads its output any more.
`;
}

/**
 * Runs until SIGINT or SIGTERM. @returns 0 after a clean end, 1 where the mock could not start, 2 where the command line
 * cannot be understood
 */
export async function mockCommand(args: readonly string[]): Promise<number> {
  let given: Given;
  let port: number;
  let switches: Partial<Switches>;
  let seed: Seed | undefined;
  try {
    given = readOptions(args, options);
    if (given.flag('help')) {
      process.stdout.write(helpText());
      return 0;
    }
    port = readPort(given.value('port') ?? String(defaultPort));
    switches = readSwitchFlags(given);
    seed = await readSeed(given.value('seed'));
  } catch (error) {
    return refuse(error, 2);
  }
  return serve({
    port,
    switches,
    seed,
    host: given.value('host'),
    quiet: given.flag('quiet'),
    json: given.flag('json'),
  });
}

interface Settings {
  readonly port: number;
  readonly host: string | undefined;
  readonly switches: Partial<Switches>;
  readonly seed: Seed | undefined;
  readonly quiet: boolean;
  readonly json: boolean;
}

async function serve({ port, host, switches, seed, quiet, json }: Settings): Promise<number> {
  // What a request leaves behind is collected at once instead of in a nursery that grows: under load the process keeps to
  // some 70 MB instead of 90, for a tenth more CPU time.
  v8.setFlagsFromString('--semi-space-growth-factor=1');
  const terminals = [0, 1, 2].filter((descriptor) => isatty(descriptor));
  const out = openOutput();
  const [{ startMock }, { loadPage }] = await Promise.all([
    import('../mock/start-mock.ts'),
    import('../mock/serve-page.ts'),
  ]);
  // Not when it is first asked for: a mock that runs needs its own files no more.
  await loadPage();
  let mock;
  try {
    mock = await startMock({
      port,
      ...(host !== undefined && { host }),
      ...(seed !== undefined && { seed }),
      ...switches,
      ...(!quiet && {
        onRequest: (received, durationMs) => {
          out(json ? requestObject(received, durationMs) : requestLine(received, durationMs));
        },
      }),
    });
  } catch (error) {
    return refuse(error, 1);
  }
  const stopped = stopSignal();
  if (host !== undefined && !/^(localhost|127\.[\d.]+|::1)$/.test(host)) {
    process.stderr.write(
      `Warning: at --host ${host}, whoever reaches this machine can use the mock and turn its switches.\n`,
    );
  }
  const page = `${mock.url}/__mock/`;
  if (json) out(JSON.stringify({ event: 'ready', url: mock.url, page }));
  else
    out(
      `The mock is ready (API release ${DOCUMENT_VERSION}). Ctrl-C ends it.\n\n  Base URL  ${mock.url}\n  Page      ${page}\n`,
    );
  await stopped;
  await mock.close();
  letGo(terminals);
  return 0;
}

/**
 * At its end, Node gives each terminal its mode back, and aborts where the terminal is gone. The mode was never changed.
 */
function letGo(terminals: readonly number[]): void {
  for (const descriptor of terminals) {
    closeSync(descriptor);
    // Takes the place of what was closed.
    openSync(devNull, 'r+');
  }
}

/** Resolves on the first SIGINT or SIGTERM; a second one ends the process as it would without us. */
function stopSignal(): Promise<void> {
  // A closed terminal is no reason to end: whoever uses the mock may sit in another one.
  process.on('SIGHUP', () => undefined);
  return new Promise((resolve) => {
    const stop = () => {
      process.removeListener('SIGINT', stop);
      process.removeListener('SIGTERM', stop);
      resolve();
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
  });
}

/** Writes lines, until nobody can read them any more: a closed terminal or pipe does not end the mock. */
function openOutput(): (line: string) => void {
  let open = true;
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', () => {
      open = false;
    });
  }
  return (line) => {
    if (open) process.stdout.write(`${line}\n`);
  };
}

function readPort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : NaN;
  if (!(port <= 65_535)) throw new UsageError(`--port must be a whole number from 0 to 65535; it was '${text}'.`);
  return port;
}

/** @throws {UsageError} naming the flag */
function readSwitchFlags(given: Given): Partial<Switches> {
  const entries = SWITCH_NAMES.flatMap((name) => {
    const { flag, parse, read } = SWITCHES[name];
    const text = given.value(flag.slice(2));
    if (text === undefined) return [];
    const value = name === 'keys' && text === 'one' ? { one: oneKey(flag) } : parse(text);
    try {
      return [[name, read(value)]];
    } catch (error) {
      throw new UsageError(`${flag} ${text}: ${(error as Error).message}`);
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

/** @throws {UsageError} naming the file. What the file holds is checked by the mock. */
async function readSeed(file: string | undefined): Promise<Seed | undefined> {
  if (file === undefined) return undefined;
  let text;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError(
      `--seed ${file} ${code === 'ENOENT' ? 'does not exist' : `cannot be read (${code ?? 'unknown'})`}.`,
    );
  }
  try {
    return JSON.parse(text) as Seed;
  } catch {
    throw new UsageError(`--seed ${file} is not JSON.`);
  }
}

function refuse(error: unknown, code: number): number {
  const known =
    error instanceof Error && (error instanceof UsageError || error.name === 'MockOptionError' || 'code' in error);
  if (!known) throw error;
  const ending = error instanceof UsageError ? ' See --help.' : '';
  process.stderr.write(`temporary-evse-statuses mock: ${error.message}${ending}\n`);
  return code;
}
