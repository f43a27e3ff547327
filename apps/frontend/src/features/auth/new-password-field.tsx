import { PasswordField } from '@/components/password-field';

interface Props {
  label: string;
  /** How short and how long it may be. */
  length: { min: number; max: number };
  fault: string | undefined;
}

/** A password that is chosen now. */
export const NewPasswordField = ({ label, length, fault }: Props) => (
  <PasswordField
    label={label}
    name="password"
    autoComplete="new-password"
    required
    minLength={length.min}
    maxLength={length.max}
    hint={`At least ${length.min} characters.`}
    fault={fault}
  />
);
