#!/usr/bin/env node
/** `temporary-evse-statuses`: hands the command line to its command. Loads nothing that the command does not need. */
import process from 'node:process';
import { helpOf, runCommand, type Command } from './command.ts';
import { unknown, UsageError } from './flags.ts';
import { guardOutput, print, tell } from './output.ts';

const commands: Readonly<Record<string, { summary: string; load: () => Promise<Command> }>> = {
  mock: {
    summary: 'start the mock: an API to build against that keeps your changes in memory and explains each rejection',
    load: async () => (await import('./mock.ts')).mock,
  },
  verify: {
    summary: 'check a server against the contract in the OpenAPI document',
    load: async () => (await import('./verify.ts')).verify,
  },
};

/** The command line without a command. */
const overview: Command = {
  usage: '<command>',
  argument: 'command',
  about: `Commands
${Object.entries(commands)
  .map(([name, { summary }]) => `  ${name.padEnd(8)} ${summary}`)
  .join('\n')}
`,
  flags: { Flags: { version: { short: 'v', help: 'The version of this package.' } } },
  notes: 'A command’s own flags: temporary-evse-statuses <command> --help\n',
  async run({ version, command }) {
    if (typeof command === 'string') throw new UsageError(unknown('command', command, Object.keys(commands)));
    if (version === undefined) tell(helpOf('temporary-evse-statuses', overview));
    else print(`${(await import('../../package.json')).version}\n`);
    return version === undefined ? 2 : 0;
  },
};

async function run(words: readonly string[]): Promise<number> {
  const [name = ''] = words;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command !== undefined) return runCommand(name, await command.load(), words.slice(1));
  // The rest belongs to a command that is not known.
  return runCommand('', overview, name === 'help' ? ['--help'] : words.slice(0, 1));
}

guardOutput();
void run(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});

// Without an export the bundler takes this file for CommonJS and wraps every module that it shares with the client.
// oxlint-disable-next-line typescript/no-useless-empty-export
export {};
