import { TextInput } from '@mantine/core';
import { t } from '@shared/language/t';

interface NameFieldProps {
  readonly placeholder: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** What something is to be called: the first field of its dialog. */
export function NameField({ placeholder, value, onChange }: NameFieldProps) {
  return (
    <TextInput
      label={t('Name')}
      placeholder={placeholder}
      required
      data-autofocus
      maxLength={100}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
