import { BlockList, isIP } from 'node:net';
import type { FastifyRequest } from 'fastify';

const ownNetworks = new BlockList();
ownNetworks.addSubnet('127.0.0.0', 8);
ownNetworks.addSubnet('10.0.0.0', 8);
ownNetworks.addSubnet('172.16.0.0', 12);
ownNetworks.addSubnet('192.168.0.0', 16);
ownNetworks.addSubnet('fc00::', 7, 'ipv6');
ownNetworks.addSubnet('fe80::', 10, 'ipv6');
ownNetworks.addAddress('::1', 'ipv6');

function isOwn(address: string): boolean {
  const version = isIP(address);
  return version !== 0 && ownNetworks.check(address, version === 6 ? 'ipv6' : 'ipv4');
}

/**
 * Who sent the request. Only our own proxy, which calls from a private network, is believed, and
 * of its X-Forwarded-For only the last entry: that one it wrote, those before may be invented.
 */
export function clientAddress(request: Pick<FastifyRequest, 'headers' | 'socket'>): string {
  const peer = (request.socket.remoteAddress ?? '').replace(/^::ffff:(?=\d+\.)/, '');
  if (!isOwn(peer)) return peer;
  const forwarded = request.headers['x-forwarded-for']?.toString().split(',').at(-1)?.trim() ?? '';
  return isIP(forwarded) ? forwarded : peer;
}
