import { closeSync, existsSync, openSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { CommandError } from './flags.ts';

/** @throws {CommandError} The file cannot be read; the message names the flag and the file. */
export function readTextFile(flag: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    throw new CommandError(`--${flag} ${file} ${code === 'ENOENT' ? 'does not exist' : `cannot be read (${code})`}.`);
  }
}

/** The file's JSON, not yet checked. @throws {CommandError} as `readTextFile`, and for a file that is not JSON */
export function readJsonFile(flag: string, file: string): unknown {
  const text = readTextFile(flag, file);
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
export function checkWritable(what: string, file: string): 'new' | 'there' {
  const isThere = existsSync(file);
  // A pipe would end here.
  if (isThere && statSync(file).isFIFO()) return 'there';
  try {
    closeSync(openSync(file, 'a'));
    if (!isThere) rmSync(realpathSync(file));
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    const noFolder = `there is no folder ${path.dirname(file)}`;
    const reasons: Partial<Record<string, string>> = {
      ...{ ENOENT: noFolder, ENOTDIR: noFolder, EISDIR: 'it is a folder', EACCES: 'no permission' },
    };
    throw new CommandError(`${what} cannot be written: ${reasons[code] ?? code}.`);
  }
  return isThere ? 'there' : 'new';
}
