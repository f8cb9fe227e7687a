#!/usr/bin/env node
/** `temporary-evse-statuses`: hands the command line to its command. Loads nothing that the command does not need. */
import process from 'node:process';
import { nearest } from '../shared/nearest.ts';

/** Answers with the exit code. */
type Command = (args: readonly string[]) => Promise<number>;

const commands: Readonly<Record<string, { help: string; load: () => Promise<Command> }>> = {
  mock: {
    help: 'start the mock: an API to build against, which remembers updates and says why it refuses',
    load: async () => (await import('./mock.ts')).mockCommand,
  },
  verify: {
    help: 'check that a server answers as the document says',
    load: async () => (await import('./verify.ts')).verifyCommand,
  },
};

const help = `temporary-evse-statuses <command>

Commands
${Object.entries(commands)
  .map(([name, command]) => `  ${name.padEnd(8)} ${command.help}`)
  .join('\n')}

Flags
  -h, --help     this text; after a command, the command's own
  -v, --version  the version of this package
`;

async function run([name, ...args]: readonly string[]): Promise<number> {
  if (name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(help);
    return 0;
  }
  if (name === '--version' || name === '-v') {
    const { version } = await import('../../package.json');
    process.stdout.write(`${version}\n`);
    return 0;
  }
  if (name === undefined) {
    process.stderr.write(help);
    return 2;
  }
  if (!Object.hasOwn(commands, name)) {
    const suggestion = nearest(name, Object.keys(commands));
    const ending = suggestion === undefined ? 'See --help.' : `Did you mean ${suggestion}?`;
    process.stderr.write(`temporary-evse-statuses: unknown command '${name}'. ${ending}\n`);
    return 2;
  }
  const command = await commands[name]?.load();
  return (await command?.(args)) ?? 2;
}

void run(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
