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

const program = 'temporary-evse-statuses';
const help = { help: { short: 'h', help: 'This text.' } };

/** Runs a command with what follows its name on the command line. Resolves to the exit code; never rejects. */
export async function runCommand(name: string, command: Command, args: readonly string[]): Promise<number> {
  const { usage, argument, about, notes } = command;
  const flags = { ...command.flags, Help: help };
  return withErrorsTold(`${program} ${name}`, async () => {
    const values = readFlags(args, flags, argument);
    if (values['help'] === undefined) {
      return command.run(values).catch((error: unknown) => {
        throw toUsageError(error, flags, argument);
      });
    }
    print(`${program} ${name} ${usage}\n\n${about}\n${flagsHelp(flags)}\n${notes}`);
    return 0;
  });
}

/** Tells what went wrong and resolves to 2. Exit code 1 has one meaning alone: the contract is broken. */
export async function withErrorsTold(name: string, run: () => Promise<number>): Promise<number> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof CommandError) {
      const hint = error instanceof UsageError ? ` See ${name} --help.` : '';
      tell(`${printable(`${name}: ${error.message}${hint}`)}\n`);
    } else {
      const text = (error instanceof Error ? error.stack : undefined) ?? String(error);
      tell(`${name}: internal error, please report it.\n${text.split('\n').map(printable).join('\n')}\n`);
    }
    return 2;
  }
}
