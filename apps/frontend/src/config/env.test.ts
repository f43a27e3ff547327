import { describe, expect, it } from 'vitest';
import { readEnv } from './env.ts';

describe('the backend address', () => {
  it('is localhost when nothing is set', () => {
    expect(readEnv({}).backendUrl).toBe('http://localhost:8000');
    expect(readEnv({ BACKEND_URL: '' }).backendUrl).toBe('http://localhost:8000');
  });

  it('comes from BACKEND_URL before NEXT_PUBLIC_API_URL', () => {
    const both = { BACKEND_URL: 'http://backend:1', NEXT_PUBLIC_API_URL: 'http://public:2' };
    expect(readEnv(both).backendUrl).toBe('http://backend:1');
    expect(readEnv({ ...both, BACKEND_URL: '' }).backendUrl).toBe('http://public:2');
  });
});

it('lists every fault by name and shows no value', () => {
  const read = () => readEnv({ BACKEND_URL: 'ftp://s3cret', NEXT_PUBLIC_API_URL: 's3cret' });
  expect(read).toThrow(/BACKEND_URL.*NEXT_PUBLIC_API_URL/);
  expect(read).not.toThrow(/s3cret/);
});

it('splits the trusted proxies', () => {
  expect(readEnv({ TRUSTED_PROXIES: '10.0.0.0/8, ::1 ,' }).trustedProxies).toEqual([
    '10.0.0.0/8',
    '::1',
  ]);
});
