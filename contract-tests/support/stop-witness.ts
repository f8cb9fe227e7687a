/** Runs once, after the contract tests: stops what the setup started, and fails if something still listens. */
import { started } from './start-witness.ts';

export default async function stopWitness(): Promise<void> {
  for (const { url, close } of started.splice(0).reverse()) {
    await close();
    const reached = await fetch(url).catch(() => undefined);
    if (reached !== undefined) throw new Error(`${url} still responds after the contract tests closed it.`);
  }
}
