import { printable } from '../shared/printable.ts';
import {
  CommandError,
  flagsHelp,
  readFlags,
  toUsageError,
  UsageError,
  type FlagGroups,
  type GivenOptions,
} from './flags.ts';
import { print, tell } from './output.ts';

export interface Command {
  /** What follows the name in the help's first line, such as `TARGET [flags]`. */
  readonly usage: string;
  /** What the one argument stands for; left out: the command takes only flags. */
  readonly argument?: string;
  /** What the command does, in the help before its flags. */
  readonly about: string;
  readonly flags: FlagGroups;
  /** Exit codes, examples: in the help after the flags. */
  readonly notes: string;
  /** Resolves to the exit code. @throws {CommandError} Its message is shown, and the exit code is 2. */
  run(values: GivenOptions): Promise<number>;
}

const helpFlag: FlagGroups = { Help: { help: { short: 'h', help: 'This text.' } } };

/**
 * Runs a command with what follows its name on the command line; the name is empty for the program itself. Resolves to the exit
 * code; never rejects. What goes wrong ends with 2: exit code 1 has one meaning alone, the contract is broken.
 */
export async function runCommand(name: string, command: Command, args: readonly string[]): Promise<number> {
  const program = `temporary-evse-statuses ${name}`.trim();
  const flags = { ...command.flags, ...helpFlag };
  try {
    const values = readFlags(args, flags, command.argument);
    if (values['help'] === undefined) return await command.run(values);
    print(helpOf(program, command));
    return 0;
  } catch (thrown) {
    const error = toUsageError(thrown, flags, command.argument);
    if (error instanceof CommandError) {
      const hint = error instanceof UsageError ? ` See ${program} --help.` : '';
      tell(`${printable(`${program}: ${error.message}${hint}`)}\n`);
    } else {
      const text = (error instanceof Error ? error.stack : undefined) ?? String(error);
      tell(`${program}: internal error, please report it.\n${text.split('\n').map(printable).join('\n')}\n`);
    }
    return 2;
  }
}

export function helpOf(program: string, { usage, about, flags, notes }: Command): string {
  return `${program} ${usage}\n\n${about}\n${flagsHelp({ ...flags, ...helpFlag })}\n${notes}`;
}
