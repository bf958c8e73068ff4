import { NativeSelect, TextInput } from '@mantine/core';
import type { ConfigSetting } from '@shared/domain/config-settings';

interface SettingInputProps {
  readonly setting: ConfigSetting;
  /** As typed or chosen; '' before anything is. */
  readonly text: string;
  readonly error: string | undefined;
  readonly onChange: (text: string) => void;
}

/** The new value of a setting, as its schema describes it. Nothing is chosen by itself. */
export function SettingInput({ setting, text, error, onChange }: SettingInputProps) {
  const { kind, options, minimum, maximum } = setting;
  const label = 'New value';
  if (kind === 'flag' || kind === 'choice') {
    const data = kind === 'flag' ? ['on', 'off'] : [...options];
    return (
      <NativeSelect
        label={label}
        value={text}
        data={[{ value: '', label: 'Choose…' }, ...data.map((value) => ({ value, label: value }))]}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  }
  const range = minimum !== undefined && maximum !== undefined ? `${minimum} to ${maximum}` : undefined;
  return (
    <TextInput
      label={label}
      description={kind === 'color' ? 'Such as #1f6feb' : range}
      inputMode={kind === 'number' ? 'numeric' : 'text'}
      value={text}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
