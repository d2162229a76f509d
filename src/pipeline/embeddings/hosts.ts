import { lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { EmbeddingFailure } from './failure.js';
import { foreignAddress } from './messages.js';

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

/** Whether an IP address can only be this machine. */
function isLoopbackAddress(address: string): boolean {
  const version = isIP(address);
  return version !== 0 && LOOPBACK.check(address, version === 6 ? 'ipv6' : 'ipv4');
}

/** Whether sentences may be sent to a host as a URL names it: this machine, or one that an administrator lists. A name of this machine is looked at again once it is resolved. */
export function isAllowedHost(host: string, allowed: ReadonlySet<string>): boolean {
  return allowed.has(host) || isLoopbackAddress(host) || host === 'localhost' || host.endsWith('.localhost');
}

/**
 * Resolves a name and hands on only addresses that sentences may go to: those of a listed name, this machine's own, and listed ones. It
 * is asked at each connection, so that a name that leads elsewhere later (DNS rebinding) leads nowhere.
 */
export function guardedLookup(allowed: ReadonlySet<string>): LookupFunction {
  return (host, options, done) => {
    lookup(host, { ...options, all: true }, (error, addresses) => {
      if (error) return done(error, '', 0);
      const foreign = allowed.has(host) ? undefined : addresses.find(({ address }) => !isLoopbackAddress(address) && !allowed.has(address));
      if (foreign !== undefined) return done(new EmbeddingFailure(foreignAddress(host, foreign.address)), '', 0);
      const [first] = addresses;
      if (options.all === true) done(null, addresses);
      else done(null, first?.address ?? '', first?.family ?? 0);
    });
  };
}
