import { printable } from '../../shared/printable.ts';
import type { Report } from '../report.ts';

/** A report as JSON, for tools: `temporary-evse-statuses/report.schema.json` describes it. */
export function toJson(report: Report): string {
  return `${JSON.stringify(report, null, 2).split('\n').map(printable).join('\n')}\n`;
}
