import type { ComponentProps } from 'react';
import { Field } from '@/components/field';

type Given = 'label' | 'name' | 'type' | 'autoComplete' | 'required';

/** The address that an account is known by. */
export const EmailField = (props: Omit<ComponentProps<typeof Field>, Given>) => (
  <Field label="E-mail" name="email" type="email" autoComplete="username" required {...props} />
);
