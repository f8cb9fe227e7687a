import { DOCUMENT_VERSION } from '../../generated/facts.ts';
import { OPERATIONS, type Operation } from '../../generated/operations.ts';
import type { Case } from './case.ts';
import { casesOf } from './cases.ts';
import { CHECKED } from './document.ts';
import { restoredLine } from './report-text.ts';
import { reasonToSkip } from './selection.ts';
import { settingsOf, type Settings, type VerifyOptions } from './options.ts';
import { OperationCheck } from './operation-check.ts';
import type { Report } from './report.ts';
import { Run } from './run.ts';
import { send } from './send.ts';

/**
 * Holds a provider of the API to the document: sends every case (`listCases`), one at a time, judges each answer, brings the
 * record back to what it was. It changes the record `options.id` and no other, keeps under the documented rate limit, and
 * sends nothing a second time.
 * @param target - base URL of the provider, without the path of an operation
 * @returns the report; also where the provider could not be checked (`outcome: 'not-checked'`)
 * @throws {VerifyOptionError} a bad option, or production without `allowProduction`; nothing was sent
 */
export async function verify(target: string | URL, options: VerifyOptions): Promise<Report> {
  const settings = settingsOf(target, options);
  const head = { document: DOCUMENT_VERSION, target: settings.base, id: settings.ids.id };
  if (!(await answersInTime(settings))) {
    const problem = `${settings.base} did not answer within ${settings.waitForMs} ms.`;
    return { ...nothing, ...head, outcome: 'not-checked', problem };
  }
  const reports: Report[] = [];
  for (const operation of CHECKED) reports.push({ ...(await verifyOperation(operation, settings)), ...head });
  const left = OPERATIONS.filter((operation) => !CHECKED.includes(operation));
  const unchecked = left.map(({ operationId }) => ({ what: operationId, why: 'this check sends updates only' }));
  const report = reports.reduce(joined);
  return { ...report, unchecked: [...report.unchecked, ...unchecked] };
}

const nothing = { format: 1, outcome: 'holds', cases: [], findings: [], observations: [], unchecked: [] } as const;

async function verifyOperation(
  operation: Operation,
  settings: Settings,
): Promise<Omit<Report, 'document' | 'target' | 'id'>> {
  const run = new Run(operation, settings);
  const check = new OperationCheck(operation, run);
  const { keys, ids, readOnly } = settings;
  const cases = casesOf(operation);
  const perform = async (tried: Case) => {
    const reason = reasonToSkip(tried, { ...settings, ...keys, ...ids }) ?? check.reasonToSkip(tried);
    if (check.problem !== undefined) return;
    if (reason !== undefined) run.skip(tried, reason);
    else await check.perform(tried);
  };
  try {
    for (const tried of cases.filter(({ section }) => section !== 'burst')) await perform(tried);
  } catch (error) {
    // The run was ended from outside; the record is brought back all the same.
    run.ignoreSignal();
    const back = readOnly || !check.hasChanged ? undefined : await check.restore();
    if (back?.done === false) throw new Error(restoredLine(ids.id, back), { cause: error });
    throw error;
  }
  const restored = readOnly || !check.hasChanged ? undefined : await check.restore();
  // Only now: once the quota is used up, the record could not be brought back.
  for (const tried of cases.filter(({ section }) => section === 'burst')) await perform(tried);
  notProvoked(operation, run);

  const { problem } = check;
  const { cases: results, findings, observations, unchecked } = run;
  const broken = findings.some(({ verdict }) => verdict === 'breaking');
  return {
    ...{ format: 1, outcome: problem !== undefined ? 'not-checked' : broken ? 'broken' : 'holds' },
    ...(problem !== undefined && { problem }),
    // A run that could not check has found nothing; the problem says it all.
    ...{ cases: results, findings: problem === undefined ? findings : [], observations, unchecked },
    ...(restored && { restored }),
  };
}

/** Documented answers that no request of a client can bring about. */
function notProvoked(operation: Operation, { unchecked, cases }: Run): void {
  const seen = new Set(cases.map(({ status }) => String(status)));
  const askedFor = new Set(['400', '401', '403', '404', '422', '429']);
  for (const { status } of operation.responses) {
    if (seen.has(status) || askedFor.has(status) || status.startsWith('2')) continue;
    unchecked.push({ what: `${operation.operationId}: the answer ${status}`, why: 'no request brings it about' });
  }
}

/** Whether the target answers at all before the deadline; a gateway that is still waiting for it does not count. */
async function answersInTime({ base, waitForMs, timeoutMs, clock, signal }: Settings): Promise<boolean> {
  if (waitForMs === 0) return true;
  const deadline = clock.now() + waitForMs;
  for (;;) {
    signal?.throwIfAborted();
    const left = deadline - clock.now();
    if (left <= 0) return false;
    const sent = await send({ method: 'GET', url: `${base}/`, headers: {} }, Math.min(timeoutMs, left), signal);
    if ('answer' in sent && ![502, 503, 504].includes(sent.answer.status)) return true;
    await clock.sleep(Math.min(100, Math.max(0, deadline - clock.now())));
  }
}

function joined(one: Report, other: Report): Report {
  const order = ['not-checked', 'broken', 'holds'] as const;
  return {
    ...one,
    ...other,
    outcome: order.find((outcome) => [one.outcome, other.outcome].includes(outcome)) ?? 'holds',
    cases: [...one.cases, ...other.cases],
    findings: [...one.findings, ...other.findings],
    observations: [...one.observations, ...other.observations],
    unchecked: [...one.unchecked, ...other.unchecked],
  };
}
