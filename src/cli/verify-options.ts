import process from 'node:process';
import type { KeyName, Report, VerifyOptionError, VerifyOptions } from '../contract/index.ts';
import { UsageError, type Given, type Option } from './options.ts';

/** A flag of `verify`; with `option`, one that stands for an option of the check. */
interface VerifyFlag extends Option {
  readonly option?: keyof VerifyOptions;
  /** Makes the option's value of the flag's. */
  readonly read?: (texts: readonly string[], flag: string) => unknown;
}

type Name = keyof VerifyOptions;
const allow = (option: Name, help: string): VerifyFlag => ({ option, help });
const number = (option: Name, help: string): VerifyFlag => ({ option, value: 'ID', help, read: readNumber });
const seconds = (option: Name, help: string): VerifyFlag => ({ option, value: 'SECONDS', help, read: readSeconds });
const key = (option: KeyName, help: string): VerifyFlag => ({ option, value: 'NAME', help, read: readKey });
const list = (option: Name, value: string, help: string): VerifyFlag => {
  return { option, value, help, multiple: true, read: readList };
};

export const options: Readonly<Record<string, Readonly<Record<string, VerifyFlag>>>> = {
  'What is checked': {
    id: number('id', 'The record that the run may change; required. It is restored at the end.'),
    'key-env': key('key', 'The environment variable that holds the API key; required.'),
    only: list(
      'only',
      'OPERATIONS',
      'The operations to check, separated by commas: list, create, update. Default: all. With list alone, nothing is written.',
    ),
    'other-id': number('otherId', 'A second record, which has to stay as it is.'),
    'missing-id': number('missingId', 'An id that no record has. Default: 2147483647.'),
    'forbidden-key-env': key('forbiddenKey', 'The variable with a key that lacks permission, to check 403.'),
    'throttled-key-env': key('throttledKey', 'The variable with a key whose quota is used up, to check 429.'),
  },
  'What a run may do': {
    'accept-loss': list(
      'acceptLoss',
      'FIELDS',
      'Fields of the record, separated by commas, that may stay changed because no update can restore them.',
    ),
    'create-on': {
      option: 'createOn',
      value: 'EVSE_ID',
      help: 'Creates statuses on this EVSE, far in the future. Nothing can delete them: they stay. Default: none are created.',
    },
    'allow-visible': allow(
      'allowVisible',
      'Sets times that drivers see: now and past. Default: every time is far in the future.',
    ),
    'allow-production': allow('allowProduction', 'Changes a record in production. Refused otherwise.'),
    'probe-rate-limit': allow('probeRateLimit', 'At the end, uses the write quota up until 429 comes.'),
  },
  'How it runs': {
    'wait-for': seconds('waitForMs', 'Waits until TARGET responds, for at most this long. Default: 0.'),
    timeout: seconds('timeoutMs', 'For one request, its response included. Default: 10.'),
    'time-limit': seconds('timeLimitMs', 'For the whole run; then it restores the record and ends. Default: none.'),
    'dry-run': { help: 'Prints the requests of this run as curl lines and ends. Needs no key.' },
  },
  'What is reported': {
    report: {
      value: 'FORMAT[=FILE]',
      multiple: true,
      help: 'text, json, junit or github, to standard output or to FILE. github writes annotations, and the summary to GITHUB_STEP_SUMMARY. Default: text.',
    },
    baseline: {
      value: 'FILE',
      help: 'Findings that are known, each with a reason and the last day on which it does not fail the check.',
    },
    'write-baseline': { help: 'Writes every breaking finding of this run to the file that --baseline names.' },
    list: { help: 'Prints every case (id, title, place in the document) and ends.' },
    explain: {
      value: 'RULE',
      help: 'Prints what a rule means, where it is from and what usually breaks it, and ends.',
    },
  },
};

const flags = Object.values(options).flatMap((group) => Object.entries(group));
/** How the command line spells the options of the check. */
const spellings = new Map<string, string>([
  ['target', 'TARGET'],
  ...flags.map(([flag, { option = '' }]) => [option, `--${flag}`] as const),
]);

/** The options of the check that were given, and `undefined` for a key that a dry run can do without. */
export function readVerifyOptions(given: Given): Omit<VerifyOptions, 'key'> & { readonly key?: string } {
  const values: Record<string, unknown> = {};
  const keyNames: Partial<Record<KeyName, string>> = {};
  for (const [flag, { option, value, read = textOf }] of flags) {
    if (option === undefined || !given.flag(flag)) continue;
    const isKey = read === readKey;
    if (isKey) Object.assign(keyNames, { [option]: given.value(flag) });
    if (value === undefined) values[option] = true;
    else values[option] = isKey && given.flag('dry-run') ? 'not-needed' : read(given.values(flag), flag);
  }
  if (!given.flag('id')) throw new UsageError('--id is missing: the record that the run may change.');
  if (!given.flag('key-env') && !given.flag('dry-run')) {
    throw new UsageError('--key-env is missing: the environment variable that holds the API key.');
  }
  return { ...(values as unknown as VerifyOptions), keyNames };
}

/** The error of an option in words of the command line. */
export function usageErrorOf({ option, message }: VerifyOptionError): UsageError {
  return new UsageError(inFlags(message.replace(`${option}: `, `${spellings.get(option) ?? option} `)));
}

/** A report in words of the command line, where it says why something was not checked. */
export function reportInFlags({ problem, notChecked, ...report }: Report): Report {
  return {
    ...report,
    ...(problem !== undefined && { problem: inFlags(problem) }),
    notChecked: notChecked.map(({ what, why }) => ({ what, why: inFlags(why) })),
  };
}

/** The contract check writes an option in backticks; here it is a flag. */
function inFlags(text: string): string {
  return text.replaceAll(/`(\w+)`/g, (whole, name: string) => spellings.get(name) ?? whole);
}

function textOf([text]: readonly string[]): string | undefined {
  return text;
}

function readList(texts: readonly string[]): string[] {
  return texts.flatMap((text) => text.split(',')).map((name) => name.trim());
}

function readNumber([text = '']: readonly string[], flag: string): number {
  if (!/^-?\d+(?:\.\d+)?$/.test(text)) throw new UsageError(`--${flag} ${JSON.stringify(text)} is not a number.`);
  return Number(text);
}

function readSeconds(texts: readonly string[], flag: string): number {
  const seconds = readNumber(texts, flag);
  if (seconds < 0) throw new UsageError(`--${flag} has to be at least 0 seconds.`);
  return seconds * 1000;
}

/** The name is repeated only where it looks like a variable's: it may be a key that was given by mistake. */
function readKey([name = '']: readonly string[], flag: string): string {
  const key = process.env[name];
  if (key !== undefined && key !== '') return key;
  throw new UsageError(
    /^[A-Z_][A-Z0-9_]*$/.test(name)
      ? `The environment variable ${name}, which --${flag} names, is not set.`
      : `The environment variable that --${flag} names is not set; the flag takes its name, not the key itself.`,
  );
}
