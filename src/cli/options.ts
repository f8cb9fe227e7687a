import { parseArgs } from 'node:util';
import { nearest } from '../shared/nearest.ts';

/** One flag of a command. */
export interface Option {
  /** What stands for the value in the help, such as `PORT`. Left out: the flag takes no value. */
  readonly value?: string;
  /** One sentence for the help, default included. */
  readonly help: string;
  /** A single letter that stands for the flag. */
  readonly short?: string;
  /** Whether the flag can be given more than once. */
  readonly multiple?: boolean;
}

/** The flags of a command by heading and name, without the dashes, in the order of the help. */
export type OptionGroups = Readonly<Record<string, Readonly<Record<string, Option>>>>;

/** What was given on a command line. */
export interface Given {
  /** The one argument that is not a flag. */
  readonly argument: string | undefined;
  flag(name: string): boolean;
  value(name: string): string | undefined;
  /** Of a flag that can be given more than once. */
  values(name: string): readonly string[];
}

/** The command cannot do its work. The message is one sentence for the person who typed it; the exit code is 2. */
export class CommandError extends Error {
  override readonly name: string = 'CommandError';
}

/** A command line that cannot be understood. The message names the flag. */
export class UsageError extends CommandError {
  override readonly name = 'UsageError';
}

/**
 * Reads a command's flags, each at most once unless it says otherwise.
 * @param argument - what the one argument stands for, such as `TARGET`; left out: only flags are taken
 * @throws {UsageError} An unknown flag (the nearest known one is suggested), a missing or superfluous value, a repeated
 *   flag, or one argument too many. No value is shown: it may be a key.
 */
export function readOptions(args: readonly string[], groups: OptionGroups, argument?: string): Given {
  const options = new Map(Object.values(groups).flatMap((group) => Object.entries(group)));
  const { tokens } = parseArgs({
    args: [...args],
    strict: false,
    tokens: true,
    options: Object.fromEntries(
      Array.from(options, ([name, { value, short }]) => [
        name,
        { type: value === undefined ? 'boolean' : 'string', ...(short !== undefined && { short }) },
      ]),
    ),
  });
  const given = new Map<string, string[]>();
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue;
    if (token.kind === 'positional') {
      positionals.push(token.value);
      if (argument === undefined) throw new UsageError('Only flags are taken, and one argument is not a flag.');
      if (positionals.length > 1) throw new UsageError(`More than one ${argument} is given.`);
      continue;
    }
    const option = options.get(token.name);
    if (option === undefined) throw new UsageError(unknownFlag(token.rawName, [...options.keys()]));
    if (option.value === undefined && token.value !== undefined) {
      throw new UsageError(`${token.rawName} takes no value.`);
    }
    // `--port --quiet`: a flag where a value belongs is a forgotten value; `--port=--quiet` is meant.
    if (option.value !== undefined && (token.value === undefined || (!token.inlineValue && /^-\D/.test(token.value)))) {
      throw new UsageError(`${token.rawName} needs a value: ${token.rawName} ${option.value}.`);
    }
    const before = given.get(token.name) ?? [];
    if (before.length > 0 && option.multiple !== true) throw new UsageError(`--${token.name} is given twice.`);
    given.set(token.name, [...before, token.value ?? '']);
  }
  return {
    argument: positionals[0],
    flag: (name) => given.has(name),
    value: (name) => given.get(name)?.[0],
    values: (name) => given.get(name) ?? [],
  };
}

function unknownFlag(rawName: string, known: readonly string[]): string {
  const meant = nearest(rawName.replace(/^-+/, ''), known);
  return `Unknown flag ${rawName}.${meant === undefined ? '' : ` Did you mean --${meant}?`}`;
}

/** The flags as lines of help, at most `width` columns wide. */
export function optionsHelp(groups: OptionGroups, width = 92): string {
  return Object.entries(groups)
    .map(([heading, group]) => `${heading}\n${Object.entries(group).map(optionHelp(width)).join('\n')}\n`)
    .join('\n');
}

function optionHelp(width: number) {
  const indent = ' '.repeat(8);
  const line = new RegExp(`(.{1,${width - indent.length}})(?: |$)`, 'g');
  return ([name, { value, help, short }]: [string, Option]) =>
    `  ${short === undefined ? '' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}\n` +
    help.replace(line, `${indent}$1\n`).trimEnd();
}
