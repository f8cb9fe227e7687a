import { parseArgs } from 'node:util';
import { nearest } from '../shared/nearest.ts';

/** One flag of a command. */
export interface Flag<Name extends string = string> {
  /** What stands for the value in the help, such as `PORT`. Left out: the flag takes no value and is `true` where given. */
  readonly value?: string;
  /** For the help, default included. */
  readonly help: string;
  /** A single letter that stands for the flag. */
  readonly short?: string;
  /** Whether the flag can be given more than once; it is a list then. */
  readonly multiple?: boolean;
  /** The option that it sets. Default: one of the flag's own name. */
  readonly option?: Name;
  /**
   * Makes the option's value of the text; a list of several where the flag is `multiple`. Default: the text itself. It throws a
   * `UsageError` where the option's own rule would not say what the text must be.
   */
  readonly read?: (text: string, flag: `--${string}`) => unknown;
}

/** The flags of a command by heading and name, without the dashes, in the order of the help. */
export type FlagGroups<Name extends string = string> = Readonly<Record<string, Readonly<Record<string, Flag<Name>>>>>;

/** What was given, by option; the rest is left out. Not checked: the mock and the check do it, as for any caller. */
export type GivenOptions = Readonly<Record<string, unknown>>;

/** The command cannot do its work. The message is one sentence for the person who typed it; the exit code is 2. */
export class CommandError extends Error {
  override readonly name: string = 'CommandError';
}

/** A command line that cannot be understood. The message names the flag. */
export class UsageError extends CommandError {
  override readonly name = 'UsageError';
}

/**
 * Reads a command line, each flag at most once unless it says otherwise.
 * @param argument - what the one argument stands for, such as `TARGET`, the option `target`; left out: only flags are taken
 * @throws {UsageError} An unknown flag (one that it begins, or the nearest, is suggested), a missing or superfluous value, a repeated
 *   flag, or one argument too many. No value is shown: it may be a key.
 */
export function readFlags(args: readonly string[], groups: FlagGroups, argument?: string): GivenOptions {
  const flags = flagsOf(groups);
  const types = Array.from(flags, ([name, { value, short }]) => {
    return [name, { type: value === undefined ? 'boolean' : 'string', ...(short !== undefined && { short }) }] as const;
  });
  const { tokens } = parseArgs({ args: [...args], strict: false, tokens: true, options: Object.fromEntries(types) });
  const values = new Map<string, unknown>();
  for (const token of tokens) {
    if (token.kind === 'positional') {
      if (argument === undefined) throw new UsageError('Only flags are taken, and one argument is not a flag.');
      const option = argument.toLowerCase();
      if (values.has(option)) throw new UsageError(`More than one ${argument} is given.`);
      values.set(option, token.value);
    }
    if (token.kind !== 'option') continue;
    const { name, rawName, value, inlineValue } = token;
    const flag = flags.get(name);
    if (flag === undefined) throw new UsageError(unknown('flag', rawName, [...flags.keys()]));
    if (flag.value === undefined && value !== undefined) throw new UsageError(`${rawName} takes no value.`);
    // `--port --quiet`: a flag where a value belongs is a forgotten value; `--port=--quiet` is meant.
    if (flag.value !== undefined && (value === undefined || (!inlineValue && /^-\D/.test(value)))) {
      throw new UsageError(`${rawName} needs a value: ${rawName} ${flag.value}.`);
    }
    const { multiple = false, option = name, read = (text: string): unknown => text } = flag;
    const before = values.get(option);
    if (before !== undefined && !multiple) throw new UsageError(`--${name} is given twice.`);
    const given = value === undefined || read(value, `--${name}`);
    values.set(option, multiple ? [before ?? [], given].flat() : given);
  }
  return Object.fromEntries(values);
}

/** The message about a name that is not known: with the one it is the beginning of, else the nearest one, or with `otherwise`. */
export function unknown(what: string, name: string, known: readonly string[], otherwise = ''): string {
  const [, dashes = '', word = ''] = /^(-*)(.*)$/s.exec(name) ?? [];
  const begun = known.filter((one) => one.startsWith(word));
  const meant = begun.length === 1 ? begun[0] : nearest(word, known);
  // It may be an API key in the wrong place; no name that is known has a digit.
  const shown = /\d/.test(word) ? '[redacted]' : word;
  return `Unknown ${what} ${dashes}${shown}.${meant ? ` Did you mean ${dashes && '--'}${meant}?` : otherwise}`;
}

/** The text as a number where it is one in digits; any other text is left for the command to refuse. */
export function toNumber(text: string): number | string {
  return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text;
}

/**
 * The error of an option, as the mock and the check throw it (with the property `option`), in words of the command line. Any
 * other error is returned as it is.
 */
export function toUsageError(error: unknown, groups: FlagGroups, argument = ''): unknown {
  if (!(error instanceof Error) || !('option' in error)) return error;
  const name = String(error.option);
  const spelled = spellingsOf(groups).set(argument.toLowerCase(), argument).get(name);
  if (spelled === undefined) return error;
  const [, rule = `: ${error.message}`] = error.message.split(new RegExp(`^${name}:?(?= )`));
  return new UsageError(inFlags(spelled + rule, groups));
}

/** A text of the mock or the check in words of the command line: options in backticks or mixed case become flags. */
export function inFlags(text: string, groups: FlagGroups): string {
  const spellings = spellingsOf(groups);
  const options = /`(\w+)`|\b[a-z]+[A-Z]\w+\b/g;
  return text.replaceAll(options, (whole, name: string = whole) => spellings.get(name) ?? whole);
}

/** The flags by option. */
function spellingsOf(groups: FlagGroups): Map<string, string> {
  return new Map(Array.from(flagsOf(groups), ([name, { option = name }]) => [option, `--${name}`]));
}

function flagsOf(groups: FlagGroups): ReadonlyMap<string, Flag> {
  return new Map(Object.values(groups).flatMap((group) => Object.entries(group)));
}

/** The flags as lines of help, at most `width` columns wide. */
export function flagsHelp(groups: FlagGroups, width = 92): string {
  const indent = ' '.repeat(8);
  const line = new RegExp(`(.{1,${width - indent.length}})(?: |$)`, 'g');
  const lines = ([name, { value = '', help, short }]: [string, Flag]) => {
    const usage = `${short === undefined ? '' : `-${short}, `}--${name} ${value}`.trimEnd();
    return `  ${usage}\n${help.replace(line, `${indent}$1\n`)}`;
  };
  return Object.entries(groups)
    .map(([heading, group]) => `${heading}\n${Object.entries(group).map(lines).join('')}`)
    .join('\n');
}
