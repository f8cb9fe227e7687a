import { temporaryStatusValues } from '../../../generated/types.ts';
import type { BrokenProvider } from '../control.ts';
import { temporaryStatus, update } from '../places.ts';
import { isObject, type Change } from '../steps.ts';

/** Takes a field that the correct provider refuses, and does with it what `read` says. */
const taking =
  (isTaken: (field: string, value: unknown) => boolean): Change =>
  (correct) => ({
    faultOf: (body) =>
      isObject(body)
        ? correct.faultOf(Object.fromEntries(Object.entries(body).filter(([field, value]) => !isTaken(field, value))))
        : correct.faultOf(body),
    merge: (record, sent) =>
      correct.merge(
        record,
        Object.fromEntries(Object.entries(sent).filter(([field, value]) => !isTaken(field, value))),
      ),
  });

/** Reads timestamps of a form that RFC 3339 does not have. */
const reading =
  (form: RegExp, rewrite: (text: string) => string): Change =>
  (correct) => ({
    instantOf: (value) => correct.instantOf(typeof value === 'string' && form.test(value) ? rewrite(value) : value),
  });

const isTime = (field: string) => field === 'validFrom' || field === 'validTo';

/** Fields that have to be refused, and are not. */
export const acceptsFields: readonly BrokenProvider[] = [
  {
    name: 'takes an unknown status',
    fault: 'Any string is stored as the status.',
    found: { rule: 'refuses-invalid-body', at: `${temporaryStatus}/enum` },
    change: () => ({ isStatus: (value) => typeof value === 'string' }),
  },
  {
    name: 'takes a status in any case',
    fault: 'The status is compared without regard to case and stored in capitals.',
    found: { rule: 'refuses-invalid-body', at: `${temporaryStatus}/enum` },
    change: ({ isStatus, merge }) => ({
      isStatus: (value) => isStatus(typeof value === 'string' ? value.toUpperCase() : value),
      merge: (record, { temporaryStatus: status, ...rest }) =>
        merge(record, { ...rest, ...(typeof status === 'string' && { temporaryStatus: status.toUpperCase() }) }),
    }),
  },
  {
    name: 'takes a status with blanks around it',
    fault: 'The status is trimmed first.',
    found: { rule: 'refuses-invalid-body', at: `${temporaryStatus}/enum` },
    change: ({ isStatus, merge }) => ({
      isStatus: (value) => isStatus(typeof value === 'string' ? value.trim() : value),
      merge: (record, { temporaryStatus: status, ...rest }) =>
        merge(record, { ...rest, ...(typeof status === 'string' && { temporaryStatus: status.trim() }) }),
    }),
  },
  {
    name: 'takes a status with a blank behind it',
    fault: 'Blanks at the end do not count, as where some databases compare text.',
    found: { rule: 'refuses-invalid-body', at: `${temporaryStatus}/enum` },
    change: ({ isStatus, merge }) => ({
      isStatus: (value) => isStatus(typeof value === 'string' ? value.trimEnd() : value),
      merge: (record, { temporaryStatus: status, ...rest }) =>
        merge(record, { ...rest, ...(typeof status === 'string' && { temporaryStatus: status.trimEnd() }) }),
    }),
  },
  {
    name: 'takes the names of Object.prototype',
    fault: 'The status is looked up with `in`, so that `constructor` is one.',
    found: { rule: 'refuses-invalid-body', at: `${temporaryStatus}/enum` },
    change: ({ isStatus }) => ({ isStatus: (value) => isStatus(value) || (typeof value === 'string' && value in {}) }),
  },
  {
    name: 'takes the index of a status',
    fault: 'A number stands for the status at that place, as some JSON libraries have it.',
    found: { rule: 'refuses-invalid-body', at: `${temporaryStatus}/type` },
    change: ({ isStatus, merge }) => ({
      isStatus: (value) => isStatus(value) || (typeof value === 'number' && value in temporaryStatusValues),
      merge: (record, sent) =>
        merge(record, {
          ...sent,
          ...(typeof sent['temporaryStatus'] === 'number' && {
            temporaryStatus: temporaryStatusValues[sent['temporaryStatus']],
          }),
        }),
    }),
  },
  {
    name: 'takes an empty status',
    fault: 'An empty status counts as not sent.',
    found: { rule: 'refuses-invalid-body', at: `${temporaryStatus}/enum` },
    change: taking((field, value) => field === 'temporaryStatus' && value === ''),
  },
  {
    name: 'takes a number for the status',
    fault: 'A status that is a number is ignored.',
    found: { rule: 'refuses-invalid-body', at: `${temporaryStatus}/type` },
    change: taking((field, value) => field === 'temporaryStatus' && typeof value === 'number'),
  },
  {
    name: 'takes a list of one status',
    fault: 'The status is made text first; a list of one text is that text, in JavaScript.',
    found: { rule: 'refuses-invalid-body', at: `${temporaryStatus}/type` },
    change: ({ isStatus, merge }) => ({
      isStatus: (value) => isStatus(Array.isArray(value) ? value.join() : value),
      merge: (record, { temporaryStatus: status, ...rest }) =>
        merge(record, {
          ...rest,
          ...(status !== undefined && { temporaryStatus: Array.isArray(status) ? status.join() : status }),
        }),
    }),
  },
  {
    name: 'takes null for the status',
    fault: 'A status that is null counts as not sent.',
    found: { rule: 'refuses-invalid-body', at: `${temporaryStatus}/type` },
    change: taking((field, value) => field === 'temporaryStatus' && value === null),
  },
  {
    name: 'takes null for validFrom',
    fault: 'validFrom null counts as not sent.',
    found: { rule: 'refuses-invalid-body', at: `${update}/properties/validFrom/type` },
    change: taking((field, value) => field === 'validFrom' && value === null),
  },
  {
    name: 'takes null for validTo',
    fault: 'validTo null takes the end away.',
    found: { rule: 'refuses-invalid-body', at: `${update}/properties/validTo/type` },
    change: taking((field, value) => field === 'validTo' && value === null),
  },
  {
    name: 'takes epoch milliseconds',
    fault: 'A number is read as milliseconds since 1970.',
    found: { rule: 'refuses-invalid-body', at: `${update}/properties/validFrom/type` },
    change: ({ instantOf }) => ({ instantOf: (value) => (typeof value === 'number' ? value : instantOf(value)) }),
  },
  {
    name: 'takes a list of one time',
    fault: 'A time is made text first; a list of one text is that text, in JavaScript.',
    found: { rule: 'refuses-invalid-body', at: `${update}/properties/validFrom/type` },
    change: ({ instantOf }) => ({ instantOf: (value) => instantOf(String(value)) }),
  },
  {
    name: 'takes true for a time',
    fault: 'true is read as a millisecond after 1970.',
    found: { rule: 'refuses-invalid-body', at: `${update}/properties/validTo/type` },
    change: ({ instantOf }) => ({ instantOf: (value) => (value === true ? 1 : instantOf(value)) }),
  },
  {
    name: 'takes any text for a time',
    fault: 'A time that cannot be read is ignored.',
    found: { rule: 'refuses-invalid-body', at: `${update}/properties/validFrom/format` },
    change: (correct) =>
      taking((field, value) => isTime(field) && typeof value === 'string' && correct.instantOf(value) === undefined)(
        correct,
      ),
  },
  {
    name: 'takes any text for validTo only',
    fault: 'A validTo that cannot be read is ignored; validFrom is judged.',
    found: { rule: 'refuses-invalid-body', at: `${update}/properties/validTo/format` },
    change: (correct) =>
      taking(
        (field, value) => field === 'validTo' && typeof value === 'string' && correct.instantOf(value) === undefined,
      )(correct),
  },
  {
    name: 'takes a date without a time',
    fault: 'A date is read as its midnight.',
    found: { rule: 'refuses-invalid-body', at: `${update}/properties/validFrom/format` },
    change: reading(/^\d{4}-\d\d-\d\d$/, (text) => `${text}T00:00:00Z`),
  },
  {
    name: 'takes a time without an offset',
    fault: 'A time without an offset is read as UTC.',
    found: { rule: 'refuses-invalid-body', at: `${update}/properties/validFrom/format` },
    change: reading(/T\d\d:\d\d:\d\d(\.\d+)?$/, (text) => `${text}Z`),
  },
  {
    name: 'takes a space for the T',
    fault: 'Date and time may stand apart.',
    found: { rule: 'refuses-invalid-body', at: `${update}/properties/validFrom/format` },
    change: reading(/^\S{10} /, (text) => text.replace(' ', 'T')),
  },
  {
    name: 'takes +0200',
    fault: 'The colon of the offset may be left out.',
    found: { rule: 'refuses-invalid-body', at: `${update}/properties/validFrom/format` },
    change: reading(/[+-]\d{4}$/, (text) => `${text.slice(0, -2)}:${text.slice(-2)}`),
  },
  {
    name: 'takes the 30th of February',
    fault: 'A day that the month does not have rolls over.',
    found: { rule: 'refuses-invalid-body', at: `${update}/properties/validFrom/format` },
    change: reading(/^\d{4}-(02-(29|30|31)|(04|06|09|11)-31)T/, (text) =>
      text.replace(/-(\d\d)-(\d\d)T/, (_, month: string) => `-${String(Number(month) + 1).padStart(2, '0')}-01T`),
    ),
  },
  {
    name: 'takes 29 February in any year',
    fault: 'Leap years are not counted; the day rolls over.',
    found: { rule: 'refuses-invalid-body', at: `${update}/properties/validFrom/format` },
    change: reading(/^\d{4}-02-29T/, (text) => text.replace('-02-29T', '-03-01T')),
  },
  {
    name: 'takes the 24th hour',
    fault: '24:00:00 is read as midnight.',
    found: { rule: 'refuses-invalid-body', at: `${update}/properties/validFrom/format` },
    change: reading(/T24:00:00/, (text) => text.replace('T24', 'T00')),
  },
  {
    name: 'takes a time without seconds',
    fault: 'Seconds that are left out are read as 00.',
    found: { rule: 'refuses-invalid-body', at: `${update}/properties/validFrom/format` },
    change: reading(/T\d\d:\d\d(?!:)/, (text) => text.replace(/(T\d\d:\d\d)/, '$1:00')),
  },
  {
    name: 'takes a comma for the point',
    fault: 'A fraction may stand after a comma, as in ISO 8601.',
    found: { rule: 'refuses-invalid-body', at: `${update}/properties/validFrom/format` },
    change: reading(/,\d+/, (text) => text.replace(',', '.')),
  },
];
