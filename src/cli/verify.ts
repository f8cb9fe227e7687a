/** `temporary-evse-statuses verify`: the contract check as a command. */
import { writeFile } from 'node:fs/promises';
import process from 'node:process';
import {
  exitCodeOf,
  explain,
  listCases,
  plan,
  readBaseline,
  RULES,
  verify as runCheck,
  writeBaseline,
  type Baseline,
  type KeyName,
  type Progress,
  type Report,
  type VerifyOptions,
} from '../contract/index.ts';
import { printable } from '../shared/printable.ts';
import type { Command } from './command.ts';
import { checkWritable, readTextFile } from './files.ts';
import { CommandError, inFlags, unknown, UsageError } from './flags.ts';
import { endProgress, print, showProgress, tell } from './output.ts';
import { untilSignal } from './signals.ts';
import { flags, type VerifyValues } from './verify-flags.ts';
import { checkDestinations, writeReports } from './verify-reports.ts';

/** How long a new entry of a baseline is accepted. */
const daysAccepted = 90;

export const verify: Command = {
  usage: 'TARGET --id ID --key-env NAME [flags]',
  argument: 'TARGET',
  about: `Checks a server against the contract in the OpenAPI document: reads the record, sends a fixed list of requests, reads
after each what the server holds, restores the record, and reports. TARGET is the base URL, for example
http://127.0.0.1:4010 or https://sandbox.api.spirii.com. No record but ID is changed, and the run keeps under the
documented rate limit.
`,
  flags,
  notes: `Exit codes
  0  the contract holds: additive and known findings are reported and do not fail the check
  1  the contract is broken, even if the run could not finish
  2  nothing breaking was found, but the run did not finish or could not restore the record; or wrong usage

At the documented rate limit, 120 writes a minute, a full run takes about two minutes.
Ctrl-C and SIGTERM restore the record within 10 seconds and end the run.
`,
  run,
};

async function run(values: Partial<VerifyValues>): Promise<number> {
  const { list, explain: rule, target, 'dry-run': isDryRun, report: reports = [{ format: 'text' }], ...more } = values;
  const { baseline: file, 'write-baseline': isToWrite = false, ...options } = more;
  if (rule !== undefined) return printed([explainRule(rule)]);
  if (list) return printed(listCases().map(({ id, title, place }) => `${id}\n  ${title}\n  ${place}\n`));
  if (target === undefined) throw new UsageError('TARGET is missing: the base URL of the server.');
  const { id } = options;
  if (id === undefined) throw new UsageError('--id is missing: the record that the run may change.');
  const variables = Object.entries(options).filter((entry): entry is [KeyName, string] => /key$/i.test(entry[0]));
  const keyNames = Object.fromEntries(variables);
  if (isDryRun) {
    // A name stands for its key: nothing is sent.
    const requests = plan(target, { ...options, id, keyNames });
    return printed(requests.map(({ title, curl }) => `# ${title}\n${curl}\n`));
  }
  if (options.key === undefined) {
    throw new UsageError('--key-env is missing: the environment variable that holds the API key.');
  }
  const keys = Object.fromEntries(variables.map(([option, name]) => [option, readKey(option, name)]));
  checkDestinations(reports);
  if (isToWrite && file === undefined) throw new UsageError('--write-baseline needs --baseline FILE, which it writes.');
  const baseline = file === undefined ? undefined : readBaselineFile(file, isToWrite);

  const given = { ...options, ...keys, keyNames, ...(baseline && { baseline }) } as VerifyOptions;
  const report = await runUntilStopped(target, given);
  await writeReports(report, reports);
  // A baseline of a part of a run would let the rest fail the next one.
  if (!isToWrite || file === undefined || report.problem !== undefined) return exitCodeOf(report);
  await writeBaselineFile(file, report);
  return 0;
}

function printed(texts: readonly string[]): 0 {
  print(texts.join(''));
  return 0;
}

/** @throws {UsageError} There is no such rule. */
function explainRule(rule: string): string {
  const ids = RULES.map(({ id }) => id);
  const text = explain(rule);
  if (text === undefined) throw new UsageError(unknown('rule', rule, ids, ` The rules are ${ids.join(', ')}.`));
  return text;
}

/** The name is repeated only where it looks like a variable's: it may be a key that was given by mistake. */
function readKey(option: string, name: string): string {
  const key = process.env[name];
  if (key) return key;
  const problem = /^[A-Z_][A-Z0-9_]*$/.test(name)
    ? `The environment variable ${name}, which \`${option}\` names, is ${key === undefined ? 'not set' : 'empty'}.`
    : `The environment variable that \`${option}\` names is not set; the flag takes its name, not the key itself.`;
  throw new UsageError(inFlags(problem, flags));
}

/** SIGINT, SIGTERM and the end of the terminal end the check, which restores the record first. */
async function runUntilStopped(target: string, options: VerifyOptions): Promise<Report> {
  if (options.createOn !== undefined) {
    tell(printable(`Statuses are created on ${options.createOn}; nothing can delete them: they stay.`) + '\n');
  }
  return untilSignal(['SIGINT', 'SIGTERM', 'SIGHUP'], async (signal) => {
    let restore: string | undefined;
    const onProgress = (progress: Progress) => {
      ({ restore } = progress);
      showProgress(progress);
    };
    signal.addEventListener('abort', () => {
      endProgress();
      if (restore === undefined) return;
      tell('Restoring the record, for at most 10 seconds. A second signal ends at once and leaves it changed; then\n');
      tell(`restore it with: ${printable(restore)}\n`);
    });
    try {
      return reportInFlags(await runCheck(target, { ...options, signal, onProgress }));
    } finally {
      endProgress();
    }
  });
}

/** A report in words of the command line, where it says why something was not checked. */
function reportInFlags({ problem, notChecked, ...report }: Report): Report {
  return {
    ...report,
    ...(problem !== undefined && { problem: inFlags(problem, flags) }),
    notChecked: notChecked.map(({ what, why }) => ({ what, why: inFlags(why, flags) })),
  };
}

/** @returns `undefined` where the file is still to be written */
function readBaselineFile(file: string, isToWrite: boolean): Baseline | undefined {
  const what = `--baseline ${file}`;
  if (isToWrite && checkWritable(what, file) === 'new') return undefined;
  const text = readTextFile('baseline', file);
  try {
    return readBaseline(text);
  } catch (error) {
    throw new CommandError(`${what}: ${(error as Error).message}`);
  }
}

async function writeBaselineFile(file: string, report: Report): Promise<void> {
  const day = (milliseconds: number) => new Date(milliseconds).toISOString().slice(0, 10);
  const until = day(Date.now() + daysAccepted * 86_400_000);
  await writeFile(file, writeBaseline(report, { reason: `accepted on ${day(Date.now())}`, until }));
  tell(`The breaking findings are in ${file}. New ones are accepted until ${until}: give each its reason there.\n`);
}
