/** `temporary-evse-statuses verify`: the contract check as a command. */
import { writeFile } from 'node:fs/promises';
import {
  exitCodeOf,
  explain,
  listCases,
  plan,
  readBaseline,
  RULES,
  verify as runCheck,
  VerifyOptionError,
  writeBaseline,
  type Baseline,
  type Report,
  type VerifyOptions,
} from '../contract/index.ts';
import { unknownName } from '../shared/nearest.ts';
import { printable } from '../shared/printable.ts';
import type { Command } from './command.ts';
import { checkWritable, readTextFile } from './files.ts';
import { CommandError, UsageError, type Given } from './options.ts';
import { print, tell } from './output.ts';
import { endProgress, showProgress } from './progress.ts';
import { withStopSignal } from './signals.ts';
import { options, readVerifyOptions, reportInFlags, usageErrorOf } from './verify-options.ts';
import { readReports, writeReports } from './verify-reports.ts';

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
  options,
  notes: `Exit codes
  0  the contract holds: additive and known findings are reported and do not fail the check
  1  the contract is broken
  2  it could not be checked, the record could not be restored, or the command line is wrong

Ctrl-C and SIGTERM restore the record within 10 seconds and end the run.
`,
  run: async (given) => {
    try {
      return await run(given);
    } catch (error) {
      throw error instanceof VerifyOptionError ? usageErrorOf(error) : error;
    }
  },
};

async function run(given: Given): Promise<number> {
  const rule = given.value('explain');
  if (rule !== undefined) {
    print(explainRule(rule));
    return 0;
  }
  if (given.flag('list')) {
    print(
      listCases()
        .map(({ id, title, place }) => `${id}\n  ${title}\n  ${place}\n`)
        .join(''),
    );
    return 0;
  }
  const target = given.argument;
  if (target === undefined) throw new UsageError('TARGET is missing: the base URL of the server.');
  const { key, ...rest } = readVerifyOptions(given);
  if (key === undefined || given.flag('dry-run')) {
    print(
      plan(target, rest)
        .map(({ title, curl }) => `# ${title}\n${curl}\n`)
        .join(''),
    );
    return 0;
  }
  const reports = await readReports(given.values('report'));
  const file = given.value('baseline');
  const isToWrite = given.flag('write-baseline');
  if (isToWrite && file === undefined) throw new UsageError('--write-baseline needs --baseline FILE, which it writes.');
  const baseline = file === undefined ? undefined : await readBaselineFile(file, isToWrite);

  const report = await runUntilStopped(target, { ...rest, key, ...(baseline !== undefined && { baseline }) });
  await writeReports(report, reports);
  if (!isToWrite || file === undefined || report.outcome === 'not-checked') return exitCodeOf(report);
  await writeBaselineFile(file, report);
  return 0;
}

/** @throws {UsageError} There is no such rule. */
function explainRule(rule: string): string {
  const ids = RULES.map(({ id }) => id);
  const text = explain(rule);
  if (text !== undefined) return text;
  throw new UsageError(`--explain: ${unknownName(rule, ids)}`.replace(/[^?]$/, '$&.'));
}

/** SIGINT, SIGTERM and the end of the terminal end the check, which restores the record first. */
async function runUntilStopped(target: string, options: VerifyOptions): Promise<Report> {
  if (options.createOn !== undefined) {
    tell(printable(`Statuses are created on ${options.createOn}; nothing can delete them: they stay.`) + '\n');
  }
  return withStopSignal('stop', async (signal) => {
    signal.addEventListener('abort', () => {
      endProgress();
      tell('Restoring the record, for at most 10 seconds. A second signal ends at once and leaves it changed.\n');
    });
    try {
      return reportInFlags(await runCheck(target, { ...options, signal, onProgress: showProgress }));
    } finally {
      endProgress();
    }
  });
}

/** @returns `undefined` where the file is still to be written */
async function readBaselineFile(file: string, isToWrite: boolean): Promise<Baseline | undefined> {
  const what = `--baseline ${file}`;
  if (isToWrite && (await checkWritable(what, file)) === 'new') return undefined;
  const text = await readTextFile('baseline', file);
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
