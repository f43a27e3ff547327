import { describe, expect, it } from 'vitest';
import { clientRegistration, placeOf } from './connected-app.ts';

describe('what a program says of itself', () => {
  it('is taken as far as it is needed, and made one without a secret', () => {
    const said = clientRegistration.parse({
      client_name: ' Editor ',
      redirect_uris: ['http://127.0.0.1:4000/callback'],
      token_endpoint_auth_method: 'client_secret_basic',
      jwks_uri: 'http://169.254.169.254/',
      backchannel_logout_uri: 'http://inside.example/',
      logo_uri: 'https://evil.example/x.png',
    });
    expect(said).toEqual({
      client_name: 'Editor',
      redirect_uris: ['http://127.0.0.1:4000/callback'],
      application_type: 'native',
      token_endpoint_auth_method: 'none',
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
    });
  });

  it.each([
    ['no place to go back to', { client_name: 'x', redirect_uris: [] }],
    ['a place that is no address', { client_name: 'x', redirect_uris: ['here'] }],
    ['a name of two lines', { client_name: 'a\nb', redirect_uris: ['https://a.example/'] }],
    ['a very long name', { client_name: 'a'.repeat(101), redirect_uris: ['https://a.example/'] }],
  ])('is refused with %s', (_what, said) => {
    expect(clientRegistration.safeParse(said).success).toBe(false);
  });
});

it.each([
  ['http://127.0.0.1:4567/cb', 'a program on this device'],
  ['http://localhost:33418/', 'a program on this device'],
  ['https://localhost.evil.example/cb', 'localhost.evil.example'],
  ['https://claude.example/cb?x=//todo.example', 'claude.example'],
  ['com.example.app:/cb', 'the app “com.example.app”'],
  ['nonsense', 'an address that cannot be read'],
])('a program at %s is told as %s', (address, place) => {
  expect(placeOf(address)).toBe(place);
});
