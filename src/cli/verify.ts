import { appendFileSync, writeFileSync } from 'node:fs';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import {
  exitCodeOf,
  listCases,
  plan,
  toGitHub,
  toJUnit,
  toText,
  verify,
  VerifyOptionError,
  type Report,
} from '../contract/index.ts';
import { verifyHelp } from './verify-help.ts';

/** Something wrong with the command line; its message is for the person who typed it. */
class UsageError extends Error {}

const flags = {
  id: { type: 'string' },
  'key-env': { type: 'string' },
  'other-id': { type: 'string' },
  'missing-id': { type: 'string' },
  'forbidden-key-env': { type: 'string' },
  'throttled-key-env': { type: 'string' },
  'probe-rate-limit': { type: 'boolean' },
  'read-only': { type: 'boolean' },
  list: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  'allow-production': { type: 'boolean' },
  'wait-for': { type: 'string' },
  timeout: { type: 'string' },
  report: { type: 'string', multiple: true },
  help: { type: 'boolean', short: 'h' },
} as const satisfies ParseArgsConfig['options'];

/**
 * `temporary-evse-statuses verify`: reads the arguments, runs the contract check, prints its report.
 * @param args - what follows `verify` on the command line
 * @returns the exit code: 0 holds, 1 broken, 2 could not be checked
 */
export async function verifyCommand(args: readonly string[]): Promise<number> {
  try {
    return await run(parse(args));
  } catch (error) {
    if (error instanceof VerifyOptionError) {
      console.error(`verify: ${flagOf[error.option] ?? error.option} ${error.message.slice(error.option.length + 2)}`);
    } else if (error instanceof UsageError) console.error(`verify: ${error.message}`);
    else throw error;
    console.error('verify: --help tells what can be given.');
    return 2;
  }
}

/** The flag of each option that the check can refuse. */
const flagOf: Readonly<Record<string, string>> = {
  target: 'TARGET',
  id: '--id',
  otherId: '--other-id',
  missingId: '--missing-id',
  key: '--key-env: the key',
  forbiddenKey: '--forbidden-key-env: the key',
  throttledKey: '--throttled-key-env: the key',
  timeoutMs: '--timeout',
  waitForMs: '--wait-for',
  probeRateLimit: '--probe-rate-limit',
};

type Parsed = ReturnType<typeof parse>;

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: flags, allowPositionals: true, strict: true });
  } catch (error) {
    // parseArgs throws nothing but errors for the arguments.
    throw new UsageError((error as Error).message);
  }
}

async function run({ values, positionals }: Parsed): Promise<number> {
  if (values.help === true) {
    process.stdout.write(verifyHelp);
    return 0;
  }
  if (values.list === true) {
    for (const { id, sentence, pointer } of listCases()) process.stdout.write(`${id}\n  ${sentence}\n  ${pointer}\n`);
    return 0;
  }
  const [target, ...rest] = positionals;
  if (target === undefined) throw new UsageError('TARGET is missing: the base URL of what is to be checked.');
  if (rest.length > 0) throw new UsageError(`one TARGET, please; ${positionals.length} were given.`);
  const reports = (values.report ?? ['text']).map(reportOf);
  const { keys, ...options } = optionsOf(values);

  const planned = plan(target, { ...options, ...keys });
  if (values['dry-run'] === true) {
    for (const { sentence, curl } of planned) process.stdout.write(`# ${sentence}\n${curl}\n`);
    return 0;
  }
  const { key, ...otherKeys } = keys;
  if (key === undefined) throw new UsageError('--key-env is missing: the environment variable that holds the API key.');
  const other = options.otherId === undefined ? '' : `, record ${options.otherId} is read by updates without a field`;
  const effect = options.readOnly ? 'all to be refused' : `record ${options.id} is changed and brought back${other}`;
  console.error(`Sending ${planned.length} requests to ${target}: ${effect}.`);
  const report = await interruptible((signal) =>
    verify(target, { ...options, ...otherKeys, key, signal, onWait: tellWait }),
  );
  if (report === undefined) return 2;
  for (const { format, file } of reports) write(report, format, file);
  return exitCodeOf(report);
}

function numberOf(flag: string, text: string): number {
  if (!/^-?\d+(?:\.\d+)?$/.test(text)) throw new UsageError(`--${flag} ${JSON.stringify(text)} is not a number.`);
  return Number(text);
}

type KeyOption = 'key' | 'forbiddenKey' | 'throttledKey';

const keyFlags = [
  ['key-env', 'key'],
  ['forbidden-key-env', 'forbiddenKey'],
  ['throttled-key-env', 'throttledKey'],
] as const satisfies readonly (readonly [string, KeyOption])[];

function optionsOf(values: Parsed['values']) {
  if (values.id === undefined) throw new UsageError('--id is missing: the record that the run may change.');
  const isNeeded = values['dry-run'] !== true;
  const keyNames: Partial<Record<KeyOption, string>> = {};
  const keys: Partial<Record<KeyOption, string>> = {};
  for (const [flag, option] of keyFlags) {
    const name = values[flag];
    if (name === undefined) continue;
    keyNames[option] = name;
    keys[option] = keyIn(flag, name, isNeeded);
  }
  return {
    id: numberOf('id', values.id),
    keys,
    keyNames,
    ...(values['other-id'] !== undefined && { otherId: numberOf('other-id', values['other-id']) }),
    ...(values['missing-id'] !== undefined && { missingId: numberOf('missing-id', values['missing-id']) }),
    ...(values.timeout !== undefined && { timeoutMs: numberOf('timeout', values.timeout) * 1000 }),
    ...(values['wait-for'] !== undefined && { waitForMs: numberOf('wait-for', values['wait-for']) * 1000 }),
    probeRateLimit: values['probe-rate-limit'] ?? false,
    readOnly: values['read-only'] ?? false,
    allowProduction: values['allow-production'] ?? false,
  };
}

/** The name is not repeated in an error: it may be a key that was given by mistake. */
function keyIn(flag: string, name: string, isNeeded: boolean): string {
  const key = process.env[name];
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) {
    throw new UsageError(`--${flag} takes the name of an environment variable, not the key itself.`);
  }
  if (!isNeeded) return 'not-needed';
  if (key === undefined || key === '')
    throw new UsageError(`the environment variable that --${flag} names is not set.`);
  return key;
}

const formats = ['text', 'json', 'junit', 'github'] as const;

function reportOf(text: string) {
  const [name = '', ...rest] = text.split('=');
  const format = formats.find((known) => known === name);
  const file = rest.join('=');
  if (format === undefined || (rest.length > 0 && file === '')) {
    throw new UsageError(
      `--report ${JSON.stringify(text)} is not FORMAT or FORMAT=FILE; formats: ${formats.join(', ')}.`,
    );
  }
  return { format, file: rest.length > 0 ? file : undefined };
}

function write(report: Report, format: (typeof formats)[number], file: string | undefined): void {
  const put = (text: string) => {
    if (file === undefined) process.stdout.write(text);
    else save(file, text, writeFileSync);
  };
  if (format === 'json') put(`${JSON.stringify(report, null, 2)}\n`);
  else if (format === 'junit') put(toJUnit(report));
  else if (format === 'text') {
    put(toText(report, { color: file === undefined && process.stdout.isTTY && !process.env['NO_COLOR'] }));
  } else {
    const { annotations, summary } = toGitHub(report);
    put(annotations);
    const stepSummary = process.env['GITHUB_STEP_SUMMARY'];
    if (stepSummary) save(stepSummary, summary, appendFileSync);
  }
}

function save(file: string, text: string, how: (file: string, text: string) => void): void {
  try {
    how(file, text);
  } catch (error) {
    throw new UsageError(`the report cannot be written to ${file}: ${error instanceof Error ? error.message : ''}`);
  }
}

function tellWait(milliseconds: number): void {
  console.error(`Waiting ${Math.ceil(milliseconds / 1000)} s for the rate limit.`);
}

/** Ctrl-C and SIGTERM end the check, which brings the record back first; a second one ends the process as usual. */
async function interruptible(check: (signal: AbortSignal) => Promise<Report>): Promise<Report | undefined> {
  const controller = new AbortController();
  const stop = () => {
    controller.abort();
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    return await check(controller.signal);
  } catch (error) {
    if (!controller.signal.aborted) throw error;
    const note = error === controller.signal.reason ? '' : ` ${error instanceof Error ? error.message : ''}`;
    console.error(`Interrupted.${note}`);
    return undefined;
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}
