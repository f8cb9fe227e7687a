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

/** The flags of a command by name, without the dashes, in the order of the help. */
export type Options = Readonly<Record<string, Option>>;

/** What was given; a flag that takes a value has a list of values where it can be given more than once. */
export interface Given {
  flag(name: string): boolean;
  value(name: string): string | undefined;
  values(name: string): readonly string[];
}

/** A command line that cannot be understood. The message is one sentence that names the flag. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/**
 * Reads a command's flags. Nothing but flags is taken, and each once unless it says otherwise.
 * @throws {UsageError} An unknown flag (the nearest known one is suggested), a missing or superfluous value, a flag that is
 *   given twice, or an argument that is no flag.
 */
export function readOptions(args: readonly string[], options: Options): Given {
  const { tokens } = parseArgs({
    args: [...args],
    strict: false,
    tokens: true,
    options: Object.fromEntries(
      Object.entries(options).map(([name, { value, short }]) => [
        name,
        { type: value === undefined ? 'boolean' : 'string', ...(short !== undefined && { short }) },
      ]),
    ),
  });
  const given = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue;
    if (token.kind === 'positional')
      throw new UsageError(`Unexpected argument '${token.value}': only flags are taken.`);
    const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
    if (option === undefined) throw new UsageError(unknown(token.rawName, options));
    if (option.value === undefined && token.value !== undefined) {
      throw new UsageError(`${token.rawName} takes no value.`);
    }
    // `--port --quiet`: a flag where a value belongs is a forgotten value; `--port=--quiet` is meant.
    if (option.value !== undefined && (token.value === undefined || (!token.inlineValue && /^-\D/.test(token.value)))) {
      throw new UsageError(`${token.rawName} needs a value: ${token.rawName} ${option.value}.`);
    }
    const before = given.get(token.name) ?? [];
    if (before.length > 0 && option.multiple !== true) throw new UsageError(`${token.rawName} is given twice.`);
    given.set(token.name, [...before, token.value ?? '']);
  }
  return {
    flag: (name) => given.has(name),
    value: (name) => given.get(name)?.[0],
    values: (name) => given.get(name) ?? [],
  };
}

function unknown(rawName: string, options: Options): string {
  const suggestion = nearest(rawName.replace(/^-+/, ''), Object.keys(options));
  return `Unknown flag ${rawName}.${suggestion === undefined ? '' : ` Did you mean --${suggestion}?`}`;
}

/** The flags as lines of help, at most `width` columns wide. */
export function optionsHelp(options: Options, width = 92): string {
  const indent = ' '.repeat(8);
  return Object.entries(options)
    .map(([name, { value, help, short }]) => {
      const flag = `${short === undefined ? '' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`;
      return [`  ${flag}`, ...wrap(help, width - indent.length).map((line) => indent + line)].join('\n');
    })
    .join('\n');
}

function wrap(text: string, width: number): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line !== '' && line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines;
}
