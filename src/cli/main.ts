#!/usr/bin/env node
/** `temporary-evse-statuses`: hands the command line to its command. Loads nothing that the command does not need. */
import process from 'node:process';
import { runCommand, withErrorsTold, type Command } from './command.ts';
import { suggestion, UsageError } from './flags.ts';
import { guardOutput, print, tell } from './output.ts';

const commands: Readonly<Record<string, { summary: string; load: () => Promise<Command> }>> = {
  mock: {
    summary: 'start the mock: an API to build against, which remembers what it is sent and says why it refuses',
    load: async () => (await import('./mock.ts')).mock,
  },
  verify: {
    summary: 'check a server against the contract in the OpenAPI document',
    load: async () => (await import('./verify.ts')).verify,
  },
};

const help = `temporary-evse-statuses <command>

Commands
${Object.entries(commands)
  .map(([name, { summary }]) => `  ${name.padEnd(8)} ${summary}`)
  .join('\n')}

Flags
  -h, --help     this text; after a command, the command's own
  -v, --version  the version of this package
`;

const helpFlags = ['--help', '-h', 'help'];
const versionFlags = ['--version', '-v'];

async function run([name, ...args]: readonly string[]): Promise<number> {
  if (name === undefined) {
    tell(help);
    return 2;
  }
  if (helpFlags.includes(name)) {
    print(help);
    return 0;
  }
  if (versionFlags.includes(name)) {
    const { version } = await import('../../package.json');
    print(`${version}\n`);
    return 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command !== undefined) return runCommand(name, await command.load(), args);
  throw new UsageError(
    `Unknown command ${name}.${suggestion(name, [...Object.keys(commands), ...helpFlags, ...versionFlags])}`,
  );
}

guardOutput();
void withErrorsTold('temporary-evse-statuses', () => run(process.argv.slice(2))).then((code) => {
  process.exitCode = code;
});

// Without an export the bundler takes this file for CommonJS and wraps every module that it shares with the client.
// oxlint-disable-next-line typescript/no-useless-empty-export
export {};
