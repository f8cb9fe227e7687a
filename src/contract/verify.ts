import { DOCUMENT_VERSION } from '../../generated/facts.ts';
import { settingsOf, type VerifyOptions } from './options.ts';
import { failsCheck, type Report, type Restored } from './report.ts';
import { awaitTarget, firstLook } from './runner/first-look.ts';
import { performAll } from './runner/perform.ts';
import { probeRateLimit } from './runner/probe-rate-limit.ts';
import type { Fixture } from './runner/reader.ts';
import { restore } from './runner/restore.ts';
import { RunEnded, Service } from './runner/service.ts';

/** After a signal, the record is restored within so many milliseconds. */
const hurryMs = 9000;

/**
 * Checks a provider of the API against the document: reads the record, sends every case, one at a time, reads the service after
 * each, and restores the record, however the run ends. Its first write is an update with the values that the record has. It
 * changes the record `options.id` and no other, stays within the rate limit, and creates nothing unless `createOn` names an
 * EVSE for that.
 * @param target - base URL of the provider, without the path of an operation
 * @returns the report; also if the provider could not be checked (`outcome: 'not-checked'`)
 * @throws {VerifyOptionError} a bad option, or production without `allowProduction`; nothing was sent
 */
export async function verify(target: string | URL, options: VerifyOptions): Promise<Report> {
  const settings = settingsOf(target, options);
  const service = new Service(settings);
  let problem: string | undefined;
  let restored: Restored | undefined;
  let fixture: Fixture | undefined;
  try {
    await awaitTarget(service);
    fixture = await firstLook(service);
    await performAll(service, fixture);
  } catch (error) {
    problem = error instanceof RunEnded ? error.message : service.redact(`The check itself failed: ${String(error)}`);
  }
  const changed = settings.only.includes('update') ? fixture : undefined;
  if (changed !== undefined && service.hasWritten) {
    const ended = new AbortController();
    const hurry = () => {
      service.finishWithin(hurryMs);
      // What is in flight has no more time than the rest.
      setTimeout(() => {
        ended.abort();
      }, hurryMs).unref();
    };
    service.finishWithin(Math.max(hurryMs, settings.patienceMs), ended.signal);
    if (settings.signal?.aborted === true) hurry();
    settings.signal?.addEventListener('abort', hurry);
    restored = await restore(service, changed);
    settings.signal?.removeEventListener('abort', hurry);
    if (problem === undefined && restored.done && settings.probeRateLimit && settings.signal?.aborted !== true) {
      service.finishWithin(Infinity);
      await probeRateLimit(service, changed);
    }
  }
  service.finish();
  const lost =
    restored?.done === false
      ? `Record ${settings.id} could not be restored. ${restored.note ?? ''} Restore it with: ${restored.curl ?? ''}`
      : undefined;
  const untouched = changed !== undefined && !service.hasWritten ? 'Nothing was written.' : undefined;
  const told = [problem, problem && untouched, lost].filter((part) => part !== undefined).join(' ');
  const parts = service.findings.report(settings);
  return {
    format: 2,
    outcome: parts.findings.some(failsCheck) ? 'broken' : told !== '' ? 'not-checked' : 'holds',
    ...(told !== '' && { problem: told }),
    document: DOCUMENT_VERSION,
    target: settings.base,
    id: settings.id,
    operations: [...settings.only],
    ...parts,
    ...(restored && { restored }),
  };
}
