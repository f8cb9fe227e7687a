// @ts-check
import { TestEnvironment } from 'jest-environment-node';

/** A mutant is dead after one failed test; Jest itself would run the file to its end. */
export default class extends TestEnvironment {
  #hasFailed = false;

  /** @param {import('@jest/types').Circus.Event} event */
  handleTestEvent(event) {
    if (event.name === 'test_fn_failure') this.#hasFailed = true;
    if (event.name === 'test_start' && this.#hasFailed) event.test.mode = 'skip';
  }
}
