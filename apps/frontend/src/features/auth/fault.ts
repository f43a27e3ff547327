type Validity = Pick<ValidityState, 'valid' | 'valueMissing' | 'typeMismatch' | 'tooShort'>;

const called: Record<string, string> = { email: 'e-mail address', current: 'current password' };

/** What is wrong with a field, in words; nothing when it is right. */
export function faultOf(input: { name: string; minLength: number; validity: Validity }) {
  const { name, minLength, validity } = input;
  if (validity.valid) return undefined;
  if (validity.valueMissing) {
    return `Type your ${called[name] ?? name}.`;
  }
  if (validity.typeMismatch) return 'This is not an e-mail address, like maya@example.org.';
  if (validity.tooShort) return `Use at least ${minLength} characters.`;
  return 'Check what you typed here.';
}
