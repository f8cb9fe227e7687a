import { constants } from 'node:fs';
import { access, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { CommandError } from './options.ts';

/** @throws {CommandError} The file cannot be read; the message names the flag and the file. */
export async function readTextFile(flag: string, file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    throw new CommandError(`--${flag} ${file} ${code === 'ENOENT' ? 'does not exist' : `cannot be read (${code})`}.`);
  }
}

/** The file's JSON, not yet checked. @throws {CommandError} as `readTextFile`, and for a file that is not JSON */
export async function readJsonFile(flag: string, file: string): Promise<unknown> {
  const text = await readTextFile(flag, file);
  try {
    return JSON.parse(text);
  } catch {
    throw new CommandError(`--${flag} ${file} is not JSON.`);
  }
}

/**
 * Checks, before the work, that a file can be written after it, and says whether it is there already.
 * @throws {CommandError} naming `what` and the reason
 */
export async function checkWritable(what: string, file: string): Promise<'new' | 'there'> {
  const found = await stat(file).catch(() => undefined);
  if (found?.isDirectory() === true) throw new CommandError(`${what} is a folder, not a file.`);
  const folder = path.dirname(file);
  try {
    await access(found === undefined ? folder : file, constants.W_OK);
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new CommandError(
      `${what} cannot be written: ${isMissing ? `there is no folder ${folder}` : 'no permission'}.`,
    );
  }
  return found === undefined ? 'new' : 'there';
}
