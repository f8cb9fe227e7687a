import type { Report } from '../report.ts';
import { printableLines } from './summary.ts';

/** A report as JSON, for tools: `temporary-evse-statuses/report.schema.json` describes it. */
export function toJson(report: Report): string {
  return `${printableLines(JSON.stringify(report, null, 2))}\n`;
}
