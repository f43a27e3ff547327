import { describe, expect, it } from 'vitest';
import { faultOf } from './fault';
import { refusalMessage } from './refusal-message';

describe('a refusal', () => {
  it.each([
    [{ status: 401, code: 'INVALID_EMAIL_OR_PASSWORD' }, /do not belong together/],
    [{ status: 401, code: 'ADDRESS_TAKEN' }, /Log in instead/],
    [{ status: 400, code: 'INVALID_TOKEN' }, /used or is too old/],
    [{ status: 429 }, /Wait a minute/],
    [{ status: 503, message: 'connect ECONNREFUSED 10.0.0.1' }, /Try again in a moment/],
    [{ status: 0 }, /Try again in a moment/],
    [{ status: 400, message: 'Name is too long' }, /^Name is too long$/],
    [{ status: 400 }, /Check what you typed/],
  ])('%j is told in plain words', (refusal, words) => {
    expect(refusalMessage(refusal)).toMatch(words);
  });
});

describe('a field', () => {
  const right = { valid: true, valueMissing: false, typeMismatch: false, tooShort: false };
  const field = (name: string, validity: Partial<typeof right>) =>
    faultOf({ name, minLength: 8, validity: { ...right, valid: false, ...validity } });

  it('has no fault when it is valid', () => {
    expect(faultOf({ name: 'email', minLength: 0, validity: right })).toBeUndefined();
  });

  it('says what is missing or wrong', () => {
    expect(field('email', { valueMissing: true })).toBe('Type your e-mail address.');
    expect(field('name', { valueMissing: true })).toBe('Type your name.');
    expect(field('email', { typeMismatch: true })).toMatch(/not an e-mail/);
    expect(field('password', { tooShort: true })).toBe('Use at least 8 characters.');
  });
});
