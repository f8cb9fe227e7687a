import { DOCUMENT_VERSION } from '../../generated/facts.ts';
import { createRedactor } from '../shared/redact.ts';
import type { Case } from './cases/case.ts';
import { casesOf } from './cases/cases.ts';
import { checkResponse } from './checks/response.ts';
import { nameOf, type OperationName } from './document.ts';
import { Findings } from './findings.ts';
import { settingsOf, type Settings, type VerifyOptions } from './options.ts';
import type { Report, Restored } from './report.ts';
import { firstLook, type Ground } from './runner/first-look.ts';
import { Performer } from './runner/perform.ts';
import { otherCase, valuesOf } from './runner/request.ts';
import { lossOf, restore } from './runner/restore.ts';
import { RunEnded, Service } from './runner/service.ts';
import { reasonToSkip } from './selection.ts';
import { awaitTarget } from './runner/await-target.ts';
import { probeRateLimit } from './runner/probe-rate-limit.ts';

/** After a signal, the record is restored within so many milliseconds. */
const hurryMs = 9000;

/**
 * Holds a provider of the API to the document: reads the record, sends every case, one at a time, reads the service after
 * each, and restores the record, however the run ends. It changes the record `options.id` and no other, keeps under the
 * rate limit, and creates nothing unless `createOn` names an EVSE for that.
 * @param target - base URL of the provider, without the path of an operation
 * @returns the report; also where the provider could not be checked (`outcome: 'not-checked'`)
 * @throws {VerifyOptionError} a bad option, or production without `allowProduction`; nothing was sent
 */
export async function verify(target: string | URL, options: VerifyOptions): Promise<Report> {
  const settings = settingsOf(target, options);
  const { key, forbiddenKey = '', throttledKey = '' } = settings;
  const redact = createRedactor(
    [key, forbiddenKey, throttledKey, otherCase(key), btoa(`${key}:`), btoa(`user:${key}`)].filter((one) => one !== ''),
  );
  const findings = new Findings(redact);
  const service = new Service(settings, findings);
  let problem: string | undefined;
  let restored: Restored | undefined;
  let ground: Ground | undefined;
  const writes = settings.only.includes('update');
  try {
    await awaitTarget(settings);
    const look = await firstLook(service, redact);
    const { first } = 'first' in look ? look : {};
    const loss = 'problem' in look ? look.problem : writes ? lossOf(look.original, settings) : undefined;
    // A record that cannot be understood is often one that the list shows wrongly.
    if (loss !== undefined && first !== undefined)
      findings.add(first.case, checkResponse(first, redact), () => service.curl(first.case));
    if ('problem' in look || loss !== undefined) throw new RunEnded(loss);
    ground = look;
    await performAll(service, ground, redact);
  } catch (error) {
    problem = error instanceof RunEnded ? error.message : `The check itself failed: ${redact(String(error))}`;
  }
  if (ground !== undefined && writes) {
    const isPatient = problem === undefined || settings.signal?.aborted !== true;
    const milliseconds = isPatient ? Math.max(hurryMs, settings.patienceMs) : hurryMs;
    restored = await restore(service, ground, {
      signal: endOf(settings, isPatient),
      until: settings.clock.now() + milliseconds,
    });
    if (problem === undefined && restored.done && settings.probeRateLimit)
      await probeRateLimit(service, ground, redact);
  }
  return reportOf(settings, findings, problem, restored);
}

async function performAll(service: Service, ground: Ground, redact: (text: string) => string): Promise<void> {
  const { settings, findings } = service;
  service.values = valuesOf(settings, String(ground.original['evseId']), settings.clock.now());
  const performer = new Performer(service, ground, redact);
  const cases = casesOf(settings.only);
  const missing = new Set<OperationName>(ground.missing);
  for (const [index, one] of cases.entries()) {
    const name = nameOf(one.operation);
    const reason =
      reasonToSkip(one, settings) ??
      (missing.has(name) ? `the service has no ${name}; only can leave it out` : undefined);
    if (reason !== undefined) {
      findings.skip(one, reason);
      continue;
    }
    service.progress = { case: index + 1, of: cases.length, id: one.id };
    settings.onProgress?.(service.progress);
    const { response } = await performer.perform(one, groupOf(one) !== groupOf(cases[index + 1]));
    const isFirst = cases[index - 1]?.operation !== one.operation;
    if (isFirst && [404, 405, 501].includes(response?.status ?? 0)) missing.add(name);
  }
}

/** Cases of one group follow each other; without a list, the record is read after a group. */
function groupOf(one: Case | undefined): string {
  return one === undefined ? '' : one.id.split('/').slice(0, 2).join('/');
}

/** The end of the time for restoring: a signal leaves little of it, even in a test whose clock stands still. */
function endOf({ patienceMs }: Settings, isPatient: boolean): AbortSignal {
  return AbortSignal.timeout(isPatient ? Math.max(hurryMs, patienceMs) : hurryMs);
}

function reportOf(
  settings: Settings,
  findings: Findings,
  problem: string | undefined,
  restored: Restored | undefined,
): Report {
  const { base, id, only } = settings;
  const parts = findings.report(settings);
  const isBroken = parts.findings.some(({ verdict, known }) => verdict === 'breaking' && known === undefined);
  const lost =
    restored?.done === false
      ? `Record ${id} is not as it was: ${restored.note ?? ''} Restore it with: ${restored.curl ?? ''}`
      : undefined;
  const told = [problem, lost].filter((part) => part !== undefined).join(' ');
  return {
    format: 2,
    outcome: isBroken ? 'broken' : told !== '' ? 'not-checked' : 'holds',
    ...(told !== '' && { problem: told }),
    document: DOCUMENT_VERSION,
    target: base,
    id,
    operations: only.map((name) => name),
    ...parts,
    ...(restored && { restored }),
  };
}
