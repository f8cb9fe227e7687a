import { unknownName } from '../shared/nearest.ts';

/** An option that the check cannot work with. Nothing was sent. */
export class VerifyOptionError extends Error {
  /** Always the same text, even in minified code. */
  override readonly name = 'VerifyOptionError';
  /** The option, or `target`. */
  readonly option: string;

  constructor(option: string, message: string) {
    super(`${option}: ${message}`);
    this.option = option;
  }

  /** For logs: JSON would otherwise lack `message`. */
  toJSON(): Record<string, unknown> {
    return { name: this.name, message: this.message, option: this.option };
  }
}

/** @throws {VerifyOptionError} the first option that is not known, with the nearest one that is */
export function refuseUnknown(options: object, known: readonly string[]): void {
  for (const name of Object.keys({ ...options }))
    if (!known.includes(name)) throw new VerifyOptionError(name, unknownName(name, known));
}
