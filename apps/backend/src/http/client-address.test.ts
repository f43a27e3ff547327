import { describe, expect, it } from 'vitest';
import { clientAddress } from './client-address.ts';

const from = (remoteAddress: string, forwarded?: string) =>
  clientAddress({
    socket: { remoteAddress } as never,
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  });

describe('the address of a client', () => {
  it('is what our proxy wrote last, whatever the client put before it', () => {
    expect(from('10.1.2.3', '198.51.100.7')).toBe('198.51.100.7');
    expect(from('::ffff:127.0.0.1', '6.6.6.6, 198.51.100.7')).toBe('198.51.100.7');
    expect(from('::1', '2001:db8::1')).toBe('2001:db8::1');
  });

  it('is the peer when the peer is a stranger, however it claims to forward', () => {
    expect(from('203.0.113.9', '198.51.100.7')).toBe('203.0.113.9');
  });

  it('is the peer when the header holds no address', () => {
    expect(from('10.1.2.3', 'unknown')).toBe('10.1.2.3');
    expect(from('10.1.2.3')).toBe('10.1.2.3');
  });
});
