import type { KeyName, VerifyOptions } from '../contract/index.ts';
import { toNumber, UsageError, type Flag, type FlagGroups } from './flags.ts';
import { readDestination, type Destination } from './verify-reports.ts';

/** What the flags set: the options of the check, for a key the environment variable that holds it, and these. */
export interface VerifyValues extends Omit<VerifyOptions, 'baseline'> {
  readonly target?: string;
  readonly 'dry-run'?: true;
  readonly report?: readonly Destination[];
  /** The file. */
  readonly baseline?: string;
  readonly 'write-baseline'?: true;
  readonly list?: true;
  readonly explain?: string;
}

type Name = keyof VerifyValues;
const is = (option: Name, help: string): Flag<Name> => ({ option, help });
const id = (option: Name, help: string): Flag<Name> => ({ option, value: 'ID', help, read: toNumber });
const seconds = (option: Name, help: string, least = 0): Flag<Name> => {
  const read = (text: string, flag: string) => {
    const given = toNumber(text);
    if (typeof given === 'number' && given >= least) return given * 1000;
    throw new UsageError(`${flag} has to be a number of seconds from ${least}, not ${JSON.stringify(text)}.`);
  };
  return { option, value: 'SECONDS', help, read };
};
const key = (option: KeyName, help: string): Flag<Name> => ({ option, value: 'NAME', help });
const list = (option: Name, value: string, help: string): Flag<Name> => {
  return { option, value, help, multiple: true, read: (text) => text.split(',').map((part) => part.trim()) };
};

export const flags: FlagGroups<Name> = {
  'What is checked': {
    id: id('id', 'The record that the run may change; required. It is restored at the end.'),
    'key-env': key('key', 'The environment variable that holds the API key; required.'),
    only: list('only', 'OPERATIONS', 'list, create or update, with commas. Default: all. list alone writes nothing.'),
    'other-id': id(
      'otherId',
      'A second record, which has to stay as it is. Of other records, only those on the EVSE of ID are compared.',
    ),
    'missing-id': id('missingId', 'An id that no record has. Default: 2147483647.'),
    'forbidden-key-env': key('forbiddenKey', 'The variable with a key that lacks permission, to check 403.'),
    'throttled-key-env': key('throttledKey', 'The variable with a key whose quota is used up, to check 429.'),
  },
  'What a run may do': {
    'accept-loss': list(
      'acceptLoss',
      'FIELDS',
      'Fields, separated by commas, that may stay changed because no update can restore them.',
    ),
    'create-on': {
      option: 'createOn',
      value: 'EVSE_ID',
      help: 'Creates statuses on this EVSE, far in the future. Nothing can delete them: they stay. Default: none are created.',
    },
    'allow-visible': is('allowVisible', 'Sets times that drivers see: now and past. Default: far in the future.'),
    'allow-production': is('allowProduction', 'Lets the run change a record in production. Refused otherwise.'),
    'probe-rate-limit': is('probeRateLimit', 'Finally, sends updates until the server responds with 429.'),
  },
  'How it runs': {
    'wait-for': seconds('waitForMs', 'Waits until TARGET responds, for at most this long. Default: 0.'),
    timeout: seconds('timeoutMs', 'For one request, its response included. Default: 10.', 0.001),
    'time-limit': seconds(
      'timeLimitMs',
      'For the whole run; then it restores the record and ends. Default: none.',
      0.001,
    ),
    'dry-run': { help: 'Prints the requests of this run as curl lines and ends. Needs no key.' },
  },
  'What is reported': {
    report: {
      value: 'FORMAT[=FILE]',
      multiple: true,
      help: 'text, json, junit or github, to standard output or to FILE. github writes annotations, and the summary to GITHUB_STEP_SUMMARY. Default: text.',
      read: readDestination,
    },
    baseline: { value: 'FILE', help: 'Known findings, each with a reason and the last day on which it is accepted.' },
    'write-baseline': { help: 'Writes every breaking finding of this run to the file that --baseline names.' },
    list: { help: 'Prints every case (id, title, place in the document) and ends.' },
    explain: {
      value: 'RULE',
      help: 'Prints what a rule means, where it is from and what usually breaks it, and ends.',
    },
  },
};
