/** Runs once, after the last contract test: stops what the setup started, and fails the run where something still listens. */
import { started } from './start-witness.ts';

export default async function stopWitness(): Promise<void> {
  for (const { url, close } of started.splice(0).reverse()) {
    await close();
    const reached = await fetch(url).catch(() => undefined);
    if (reached !== undefined) throw new Error(`${url} was closed after the contract tests, and still responds.`);
  }
}
