import { describe, expect, it } from 'vitest';
import { afterLogin, wishOf } from './wish';

const asked = {
  response_type: 'code',
  client_id: 'abc',
  scope: 'tasks:read offline_access',
  resource: ['https://todo.example/mcp', 'https://todo.example/api/v1'],
  exp: '1',
  ba_iat: '2',
  ba_param: ['client_id', 'scope'],
  sig: 'x',
};

describe('after the login', () => {
  it('one goes on with what the program asked, without the proof of the page before', () => {
    expect(afterLogin({ ...asked, prompt: 'login' })).toBe(
      '/api/auth/oauth2/authorize?response_type=code&client_id=abc' +
        '&scope=tasks%3Aread+offline_access' +
        '&resource=https%3A%2F%2Ftodo.example%2Fmcp&resource=https%3A%2F%2Ftodo.example%2Fapi%2Fv1',
    );
  });

  it('one is asked again where the program wants it', () => {
    expect(afterLogin({ ...asked, prompt: 'consent' })).toContain('prompt=consent');
  });

  it('one goes to the tasks when no program asked', () => {
    expect(afterLogin({})).toBeUndefined();
    expect(afterLogin({ client_id: 'abc' })).toBeUndefined();
  });
});

it('says where its program is sent back to, and what it may do', () => {
  const redirect_uri = 'https://claude.example/cb';
  expect(wishOf({ ...asked, redirect_uri })).toEqual({
    place: 'claude.example',
    scopes: ['tasks:read', 'offline_access'],
  });
});
