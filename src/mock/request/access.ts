import { refusal, type Refusal } from '../response/refusals.ts';
import type { MockRequest } from '../types.ts';
import { isControl, splitTarget } from './routes.ts';

/**
 * Which pages in a browser may use a mock that listens on this machine. Two attacks are excluded: a website whose name an
 * attacker resolves to this machine (DNS rebinding) sends that name as `Host`; a website that sends requests across origins
 * names itself as `Origin`. A browser lets no page change either header.
 * @param hosts - Names taken beside `localhost` and IP addresses, which nobody can rebind; `undefined`: there is no network.
 * @param origins - Origins that may make control calls beside the mock's own page.
 */
export function createAccess(hosts: readonly string[] | undefined, origins: readonly string[]) {
  const names = hosts?.map((name) => name.toLowerCase());
  return ({ target, headers }: MockRequest): Refusal | undefined => {
    const { path, host: targetHost = headers['host'] ?? '' } = splitTarget(target);
    const host = targetHost.toLowerCase();
    const name = host.replace(/:\d*$/, '');
    if (names !== undefined && !localName.test(name) && !names.includes(name)) {
      const message = 'The mock does not serve this host name; the option allowedHosts adds names.';
      return refusal('host_not_allowed', message, 'Host');
    }
    const { origin } = headers;
    if (!isControl(path) || origin === undefined || origins.includes(origin)) return undefined;
    if (host !== '' && [`http://${host}`, `https://${host}`].includes(origin)) return undefined;
    const message = 'Pages of this origin may not make control calls; the option allowedOrigins adds origins.';
    return refusal('origin_not_allowed', message, 'Origin');
  };
}

/** An IP address, or this machine. */
const localName = /^(?:\d{1,3}(?:\.\d{1,3}){3}|\[[\da-f:.]+\]|(?:.*\.)?localhost)$/s;
