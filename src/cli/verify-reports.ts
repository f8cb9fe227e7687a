import { appendFile, writeFile } from 'node:fs/promises';
import process from 'node:process';
import { toGitHub, toJson, toJUnit, toText, type Report } from '../contract/index.ts';
import { checkWritable } from './files.ts';
import { CommandError, UsageError } from './options.ts';
import { print } from './output.ts';

const formats = ['text', 'json', 'junit', 'github'] as const;
type Format = (typeof formats)[number];

/** Where one report goes; without a file, to standard output. */
interface Destination {
  readonly format: Format;
  readonly file: string | undefined;
}

/**
 * Reads what `--report` was given and checks each file, so that no run is lost for a folder that is missing.
 * @throws {UsageError | CommandError} naming the report
 */
export async function readReports(texts: readonly string[]): Promise<readonly Destination[]> {
  const reports = (texts.length === 0 ? ['text'] : texts).map(readReport);
  const files = reports.map(({ file }) => file).filter((file) => file !== undefined);
  const twice = files.find((file, index) => files.indexOf(file) !== index);
  if (twice !== undefined) throw new UsageError(`Two reports would be written to ${twice}.`);
  const printed = reports.filter(({ file }) => file === undefined);
  const whole = printed.find(({ format }) => format === 'json' || format === 'junit');
  if (whole !== undefined && printed.length > 1) {
    throw new UsageError(`--report ${whole.format} needs standard output for itself: give it or the other one a FILE.`);
  }
  for (const { format, file } of reports) {
    if (file !== undefined) await checkWritable(`--report ${format}=${file}`, file);
    const summary = process.env['GITHUB_STEP_SUMMARY'];
    if (format === 'github' && summary) await checkWritable(`GITHUB_STEP_SUMMARY ${summary}`, summary);
  }
  return reports;
}

function readReport(text: string): Destination {
  const [name = '', ...rest] = text.split('=');
  const format = formats.find((known) => known === name);
  const file = rest.length === 0 ? undefined : rest.join('=');
  if (format === undefined || file === '') {
    throw new UsageError(`--report ${text} is not FORMAT or FORMAT=FILE; the formats are ${formats.join(', ')}.`);
  }
  return { format, file };
}

/** Writes every report that can be written. @throws {CommandError} naming those that could not */
export async function writeReports(report: Report, reports: readonly Destination[]): Promise<void> {
  const problems: string[] = [];
  for (const { format, file } of reports) {
    try {
      const isColored = file === undefined && process.stdout.isTTY && !process.env['NO_COLOR'];
      const { text, summary } = render(report, format, isColored);
      if (file === undefined) print(text);
      else await writeFile(file, text);
      const summaryFile = process.env['GITHUB_STEP_SUMMARY'];
      if (summary !== undefined && summaryFile) await appendFile(summaryFile, summary);
    } catch (error) {
      problems.push(`The report ${format} could not be written: ${error instanceof Error ? error.message : ''}.`);
    }
  }
  if (problems.length > 0) throw new CommandError(`${problems.join(' ')} The contract check: ${report.outcome}.`);
}

function render(report: Report, format: Format, color: boolean): { readonly text: string; readonly summary?: string } {
  if (format === 'text') return { text: toText(report, { color }) };
  if (format === 'json') return { text: toJson(report) };
  if (format === 'junit') return { text: toJUnit(report) };
  const { annotations, summary } = toGitHub(report);
  return { text: annotations, summary };
}
