import { appendFile, writeFile } from 'node:fs/promises';
import process from 'node:process';
import { toGitHub, toJson, toJUnit, toText, type Report } from '../contract/index.ts';
import { checkWritable } from './files.ts';
import { CommandError, UsageError } from './flags.ts';
import { print } from './output.ts';

const formats = {
  text: (report: Report, color: boolean) => toText(report, { color }),
  json: toJson,
  junit: toJUnit,
  github: (report: Report) => toGitHub(report).annotations,
};

/** Where one report goes; without a file, to standard output. */
export interface Destination {
  readonly format: keyof typeof formats;
  readonly file?: string | undefined;
}

/** Reads `FORMAT` or `FORMAT=FILE`. @throws {UsageError} It is neither. */
export function readDestination(text: string): Destination {
  const [, name = '', file] = /^([^=]*)(?:=(.+))?$/s.exec(text) ?? [];
  if (Object.hasOwn(formats, name)) return { format: name as Destination['format'], file };
  const known = Object.keys(formats).join(', ');
  throw new UsageError(`--report ${text} is not FORMAT or FORMAT=FILE; the formats are ${known}.`);
}

/**
 * Checks each place of a report before the run, so that no run is lost for a folder that is missing.
 * @throws {UsageError | CommandError} naming the report
 */
export function checkDestinations(reports: readonly Destination[]): void {
  const files = reports.flatMap(({ file }) => file ?? []);
  const twice = files.find((file, index) => files.indexOf(file) !== index);
  if (twice !== undefined) throw new UsageError(`Two reports would be written to ${twice}.`);
  const printed = reports.filter(({ file }) => file === undefined).map(({ format }) => format);
  const whole = printed.find((format) => format === 'json' || format === 'junit');
  if (whole !== undefined && printed.length > 1) {
    throw new UsageError(`--report ${whole} needs standard output for itself: give it or the other one a FILE.`);
  }
  for (const { format, file } of reports) {
    if (file !== undefined) checkWritable(`--report ${format}=${file}`, file);
  }
}

/** Writes every report that can be written. @throws {CommandError} naming those that could not */
export async function writeReports(report: Report, reports: readonly Destination[]): Promise<void> {
  const problems: string[] = [];
  // Where GitHub Actions takes a summary.
  const summary = process.env['GITHUB_STEP_SUMMARY'];
  for (const { format, file } of reports) {
    try {
      const isColored = file === undefined && process.stdout.isTTY && !process.env['NO_COLOR'];
      const text = formats[format](report, isColored);
      if (file === undefined) print(text);
      else await writeFile(file, text);
      if (format === 'github' && summary) await appendFile(summary, toGitHub(report).summary);
    } catch (error) {
      problems.push(`The report ${format} could not be written: ${error instanceof Error ? error.message : ''}.`);
    }
  }
  if (problems.length > 0) throw new CommandError(`${problems.join(' ')} The contract check: ${report.outcome}.`);
}
