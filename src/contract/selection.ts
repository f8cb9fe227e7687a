import type { Case, Need } from './cases/case.ts';
import type { Settings } from './options.ts';
import { otherCase } from './runner/request.ts';

const reasons: Readonly<Record<Need, string>> = {
  createOn: 'statuses cannot be deleted: they are created only on the EVSE that `createOn` names',
  allowVisible: 'drivers may see it: it is sent only with `allowVisible`',
  forbiddenKey: 'no key without permission was given in `forbiddenKey`',
  throttledKey: 'no key with a used-up quota was given in `throttledKey`',
  letters: 'the key has no letter',
  sandbox: 'a key of production is not sent in a URL',
};

/** Why a case is not sent with these settings; `undefined`: it is sent. */
export function reasonToSkip({ needs }: Case, settings: Settings): string | undefined {
  const isMet = (need: Need) => {
    if (need === 'letters') return otherCase(settings.key) !== settings.key;
    if (need === 'sandbox') return !settings.isProduction;
    return settings[need] !== undefined && settings[need] !== false;
  };
  const unmet = needs.find((need) => !isMet(need));
  return unmet && reasons[unmet];
}
