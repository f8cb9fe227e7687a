// @ts-check
/** A server in its own process, and its cost. Linux only: reads the kernel's counters. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readdirSync } from 'node:fs';
import { Agent, request } from 'node:http';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from './contenders.mjs';

const change = JSON.stringify({
  temporaryStatus: 'BLOCKED',
  validFrom: '2025-04-23T10:00:00Z',
  validTo: '2025-04-23T18:00:00Z',
});
const headers = {
  Authorization: 'Bearer any-key',
  'Content-Type': 'application/json',
  'Content-Length': Buffer.byteLength(change),
};

export class ServerProcess {
  #child;
  #port;
  #agent = new Agent({ keepAlive: true, maxSockets: 8 });

  /** @param {import('./contenders.mjs').Contender} contender @param {number} port */
  constructor(contender, port) {
    this.#port = port;
    this.#child = spawn(process.execPath, contender.args(port), { stdio: ['ignore', 'pipe', 'pipe'] });
    // Reads its log, as a terminal would.
    this.#child.stdout.resume();
    this.#child.stderr.resume();
  }

  /** Starts a server and waits for its first response. @param {import('./contenders.mjs').Contender} contender */
  static async start(contender) {
    const began = performance.now();
    const server = new ServerProcess(contender, await freePort());
    while (!(await server.#responds())) {
      if (server.#child.exitCode !== null) throw new Error(`${contender.name} ended with ${server.#child.exitCode}.`);
      await wait(5);
    }
    return { server, startMs: performance.now() - began };
  }

  /** CPU time of all threads so far, milliseconds. */
  cpuMs() {
    const tasks = `/proc/${this.#child.pid}/task`;
    const nanoseconds = readdirSync(tasks).map((task) =>
      Number(readFileSync(`${tasks}/${task}/schedstat`, 'utf8').split(' ')[0]),
    );
    return nanoseconds.reduce((sum, one) => sum + one, 0) / 1e6;
  }

  /** Resident memory, MB. */
  residentMb() {
    const status = readFileSync(`/proc/${this.#child.pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
  }

  /** Sends this many updates, eight at a time. @returns CPU time of the server for each, microseconds */
  async cpuOfEach(/** @type {number} */ count) {
    const before = this.cpuMs();
    let left = count;
    const worker = async () => {
      while (left > 0) {
        left -= 1;
        const status = await this.#update();
        if (status !== 200) throw new Error(`The status of an update is ${status}.`);
      }
    };
    await Promise.all(Array.from({ length: 8 }, worker));
    return ((this.cpuMs() - before) * 1000) / count;
  }

  /** Stops reading its output. */
  leave() {
    this.#child.stdout.destroy();
    this.#child.stderr.destroy();
    this.#agent.destroy();
  }

  async stop() {
    this.#agent.destroy();
    const gone = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await gone;
  }

  /** @returns {Promise<boolean>} */
  #responds() {
    return this.#update().then(
      (status) => status === 200,
      () => false,
    );
  }

  /** @returns {Promise<number | undefined>} the response's status */
  #update() {
    return new Promise((resolve, reject) => {
      const path = '/v2/temporary-evse-statuses/42';
      const sent = request({ port: this.#port, host: '127.0.0.1', method: 'PATCH', path, headers, agent: this.#agent });
      sent.on('error', reject).on('response', (response) => {
        response
          .resume()
          .on('error', reject)
          .on('end', () => {
            resolve(response.statusCode);
          });
      });
      sent.end(change);
    });
  }
}
