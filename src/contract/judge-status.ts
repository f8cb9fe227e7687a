import type { Case } from './case.ts';
import type { Fault } from './judge-answer.ts';
import type { Answer } from './send.ts';
import { isDocumented, rightStatuses, SITUATIONS } from './situations.ts';
import { excerpt } from './shown.ts';

/** Holds a status to the situation of its request. */
export function judgeStatus(tried: Case, { status }: Answer, text: string): readonly Fault[] {
  const { operation, situation } = tried;
  const right = rightStatuses(operation, situation);
  if (right.includes(status)) return [];
  const seen = {
    document: `${operation.pointer}/responses`,
    instance: '/status',
    expected: right.join(' or '),
    came: text === '' ? String(status) : `${status} ${excerpt(text)}`,
  };
  if (situation === 'throttled') return [{ ...seen, rule: 'throttles', document: tried.pointer }];
  if (status >= 500) return [{ ...seen, rule: 'no-server-error' }];
  if (status === 429) return [{ ...seen, rule: 'rate-limit-honoured', document: `${operation.pointer}/x-rate-limit` }];

  const faults: Fault[] = [];
  const documented = isDocumented(operation, status, situation);
  if (!documented) faults.push({ ...seen, rule: 'status-documented' });
  const rules: { refused: readonly number[]; accepted?: Fault['rule'] } = SITUATIONS[situation];
  const success = status >= 200 && status < 300;
  if (success && rules.accepted !== undefined) faults.push({ ...seen, rule: rules.accepted, document: tried.pointer });
  else if (!success && situation === 'valid') faults.push({ ...seen, rule: 'accepts-valid', document: tried.pointer });
  else if (!success && documented) faults.push({ ...seen, rule: 'status-fits' });
  return faults;
}
