import { PasswordInput } from '@mantine/core';
import { t } from '@shared/language/t';
import type { ReactNode } from 'react';
import { inputBeside } from './label-beside';

interface SecretInputProps {
  readonly label: ReactNode;
  /** As the button that shows it calls it: `the passphrase`. */
  readonly what: string;
  readonly description?: ReactNode;
  /** What a password manager may offer: a passphrase in use, a new one, or nothing. */
  readonly kind?: 'current-password' | 'new-password' | 'off';
  readonly required?: boolean;
  readonly autoFocus?: boolean;
  /** Edited in its place, not in a form of its own: its label stands beside it. */
  readonly beside?: true;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A key or a passphrase: hidden until one asks to see it. */
export function SecretInput({
  what,
  kind = 'current-password',
  required = true,
  beside,
  ...props
}: SecretInputProps) {
  return (
    <PasswordInput
      {...(beside && inputBeside)}
      {...props}
      required={required}
      autoComplete={kind}
      visibilityToggleButtonProps={{ 'aria-label': t('Show or hide {what}', { what }) }}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}
