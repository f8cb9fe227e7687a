import { SERVERS } from '../../generated/facts.ts';
import { OPERATIONS } from '../../generated/operations.ts';
import { isKey } from '../shared/api-key.ts';
import { problemOf, type Baseline } from './baseline.ts';
import { systemClock, type Clock } from './clock.ts';
import { OPERATION_NAMES, RECORD_FIELDS, type OperationName } from './document.ts';
import { refuseUnknown, VerifyOptionError } from './option-error.ts';
import type { Progress } from './report.ts';

/** The keys of a run; `keyNames` has the environment variables that stand for them wherever something is printed. */
export type KeyName = 'key' | 'forbiddenKey' | 'throttledKey';

/** What `verify` takes. */
export interface VerifyOptions {
  /** The record that is changed and restored; a number [endpoint], whole: assumed. */
  readonly id: number;
  /** The API key. It appears in no report. */
  readonly key: string;
  /**
   * A second record, which has to stay as it is. Default: none. Records of the same EVSE are compared in any case;
   * those of other EVSEs are not, since someone else may be changing them.
   */
  readonly otherId?: number;
  /** An id that no record has. Default: 2147483647, the largest that every store can hold. */
  readonly missingId?: number;
  /** A key without permission, for 403 [auth]. Default: none, and 403 is not checked. */
  readonly forbiddenKey?: string;
  /** A key whose quota is used up, for 429 [limits]. Default: none, and 429 is not checked. */
  readonly throttledKey?: string;
  /** Environment variables that stand for the keys in reports. Default: API_KEY, FORBIDDEN_KEY, THROTTLED_KEY. */
  readonly keyNames?: Partial<Record<KeyName, string>>;
  /** The operations to check. Default: all three. `['list']` writes nothing. */
  readonly only?: readonly OperationName[];
  /** An EVSE ID on which statuses may be created. Nothing can delete them: they stay. Default: none are created. */
  readonly createOn?: string;
  /** Lets the run set times that drivers see: present and past. Default: false; all times are far in the future. */
  readonly allowVisible?: boolean;
  /** Fields of the record that may stay changed because no update can restore them, for example `['validTo']`. Default: none. */
  readonly acceptLoss?: readonly string[];
  /** Finally sends updates until the server responds with 429. Default: false. */
  readonly probeRateLimit?: boolean;
  /** Lets the run change a record in production. Default: false. */
  readonly allowProduction?: boolean;
  /** Milliseconds for one request, its response's body included. Default: 10000. */
  readonly timeoutMs?: number;
  /** Milliseconds for the whole run; then it restores the record and ends. Default: none. */
  readonly timeLimitMs?: number;
  /** Milliseconds to wait for the target to respond at all, before the first case. Default: 0. */
  readonly waitForMs?: number;
  /** Milliseconds to keep repeating one request that fails (429, 5xx, reset, timeout). Default: 90000. */
  readonly patienceMs?: number;
  /** Milliseconds that a read may lag behind a write. Default: 5000. */
  readonly staleMs?: number;
  /** Findings that are known and accepted until a date. Default: none. */
  readonly baseline?: Baseline;
  /**
   * Sends the requests instead of the check's own HTTP client, for example to a server in the same process. It is called
   * with the URL as text and bytes as the body. A rejection counts as a lost connection. Default: node:http.
   */
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>;
  /** The clock, for tests: `sleep` must advance `now`. Default: the system's. */
  readonly clock?: Clock;
  /** Ends the run: the record is restored within 10 seconds, and the report says `not-checked`. */
  readonly signal?: AbortSignal;
  /** Called before each case, before each wait, and before the first write. */
  readonly onProgress?: (progress: Progress) => void;
}

const defaults = {
  missingId: 2_147_483_647,
  only: OPERATION_NAMES,
  allowVisible: false,
  acceptLoss: [] as readonly string[],
  probeRateLimit: false,
  allowProduction: false,
  timeoutMs: 10_000,
  timeLimitMs: Number.POSITIVE_INFINITY,
  waitForMs: 0,
  patienceMs: 90_000,
  staleMs: 5000,
  clock: systemClock,
};
const keyNames: Readonly<Record<KeyName, string>> = {
  key: 'API_KEY',
  forbiddenKey: 'FORBIDDEN_KEY',
  throttledKey: 'THROTTLED_KEY',
};
const optional = ['otherId', 'createOn', 'forbiddenKey', 'throttledKey', 'baseline', 'fetch', 'signal', 'onProgress'];
const known = ['id', 'key', 'keyNames', ...Object.keys(defaults), ...optional];

/** Options with every default in place. */
export type Settings = VerifyOptions &
  Readonly<typeof defaults> & {
    /** The target without a slash at its end. */
    readonly base: string;
    readonly isProduction: boolean;
    readonly keyNames: Readonly<Record<KeyName, string>>;
  };

type Rule = readonly [
  names: readonly (keyof VerifyOptions)[],
  isRight: (value: unknown, settings: VerifyOptions) => boolean,
  problem: string,
];

const atLeast = (least: number) => (value: unknown) => typeof value === 'number' && value >= least;

/** A list of some of these names. */
const someOf = (names: readonly string[]) => (value: unknown) =>
  Array.isArray(value) && value.every((name) => names.includes(name as string));
const isFunction = (value: unknown) => typeof value === 'function';
const fields = RECORD_FIELDS.map(({ name }) => name);

/** What holds for options that are given or have a default. Another option stands in backticks. */
const rules: readonly Rule[] = [
  // A fraction or a number like 1e21 would not be in the path what it is here.
  [['id', 'otherId', 'missingId'], Number.isSafeInteger, 'has to be a whole number, not {value}'],
  [['otherId'], (value, { id }) => value !== id, 'has to be another record than `id`'],
  [['missingId'], (value, { id, otherId }) => value !== id && value !== otherId, 'is the id of a record'],
  [['key', 'forbiddenKey', 'throttledKey'], isKey, 'has to be a key: visible ASCII characters, at least one'],
  [['timeoutMs', 'timeLimitMs'], atLeast(1), 'has to be a number of milliseconds from 1, not {value}'],
  [['waitForMs', 'patienceMs', 'staleMs'], atLeast(0), 'has to be a number of milliseconds from 0, not {value}'],
  [['timeoutMs', 'waitForMs', 'patienceMs', 'staleMs'], Number.isFinite, 'has to be a finite number of milliseconds'],
  [['only'], someOf(OPERATION_NAMES), `has to name operations: ${OPERATION_NAMES.join(', ')}; not {value}`],
  [['only'], (value) => String(value) !== '', 'has to name an operation'],
  [['acceptLoss'], someOf(fields), `has to name fields: ${fields.join(', ')}; not {value}`],
  [['allowVisible', 'probeRateLimit', 'allowProduction'], (value) => typeof value === 'boolean', 'has to be a boolean'],
  [['fetch', 'onProgress'], isFunction, 'has to be a function'],
  [['signal'], (value) => value instanceof AbortSignal, 'has to be an AbortSignal'],
  [
    ['keyNames'],
    (value) => someOf(Object.keys(keyNames))(Object.keys({ ...(value as object) })),
    'has an unknown name',
  ],
  [
    ['probeRateLimit'],
    (value, { only = OPERATION_NAMES }) => !value || only.includes('update'),
    'sends updates; `only` leaves them out',
  ],
  [['createOn'], (value) => typeof value === 'string' && value !== '', 'has to be an EVSE ID'],
];

/** @throws {VerifyOptionError} names the first option that is wrong */
export function settingsOf(target: string | URL, options: VerifyOptions): Settings {
  refuseUnknown(options, known);
  const given = Object.fromEntries(Object.entries<unknown>({ ...options }).filter(([, value]) => value !== undefined));
  const settings = { ...defaults, ...(given as unknown as VerifyOptions) };
  for (const [names, isRight, problem] of rules)
    for (const name of names) {
      const value: unknown = settings[name];
      const isAsked = value !== undefined || name === 'id' || name === 'key';
      if (isAsked && !isRight(value, settings))
        throw new VerifyOptionError(name, `${problem.replace('{value}', String(value) || 'none')}.`);
    }
  const problem = settings.baseline === undefined ? undefined : problemOf(settings.baseline);
  if (problem !== undefined) throw new VerifyOptionError('baseline', problem);
  return { ...settings, ...baseOf(target, settings.allowProduction), keyNames: { ...keyNames, ...settings.keyNames } };
}

function baseOf(target: string | URL, allowProduction: boolean): Pick<Settings, 'base' | 'isProduction'> {
  const refuse = (problem: string): never => {
    throw new VerifyOptionError('target', problem);
  };
  const text = String(target);
  if (!/^https?:/i.test(text.trim()) || !URL.canParse(text))
    refuse(`has to be an http or https URL, not ${JSON.stringify(text)}.`);
  const { hostname, origin, pathname, username, password, search, hash } = new URL(text);
  if (`${username}${password}${search}${hash}` !== '')
    refuse('has to be a base URL: no user, password, query or fragment.');
  const isProduction = hostname.replace(/\.$/, '') === new URL(SERVERS.production).hostname;
  if (isProduction && !allowProduction)
    refuse(`is production (${SERVERS.production}); \`allowProduction\` lets the check run there.`);
  const path = pathname.replace(/\/+$/, '');
  const first = OPERATIONS.map((operation) => operation.path.split('/')[1] ?? '').find((segment) =>
    `${path}/`.includes(`/${segment}/`),
  );
  if (first !== undefined) refuse(`has to be the base URL, without the path of an operation (/${first}/…).`);
  return { base: `${origin}${path}`, isProduction };
}
