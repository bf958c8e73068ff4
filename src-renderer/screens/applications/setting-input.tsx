import { NativeSelect, TextInput } from '@mantine/core';
import type { ConfigSetting } from '@shared/domain/config-settings';
import { choiceWord } from '@shared/domain/setting-words';
import { t } from '@shared/language/t';

interface SettingInputProps {
  readonly setting: ConfigSetting;
  /** As typed or chosen; '' before anything is. */
  readonly text: string;
  readonly error: string | undefined;
  readonly label?: string;
  /** The label is for screen readers: what it is stands beside it. */
  readonly hidden?: boolean;
  readonly onChange: (text: string) => void;
}

/** The new value of a setting, as its schema describes it. Nothing is chosen by itself. */
export function SettingInput({
  setting,
  text,
  error,
  label = t('New value'),
  hidden = false,
  onChange,
}: SettingInputProps) {
  const { path, kind, options, minimum, maximum } = setting;
  const named = hidden ? { 'aria-label': label } : { label };
  if (kind === 'flag' || kind === 'choice') {
    const data =
      kind === 'flag'
        ? [
            { value: 'on', label: t('on') },
            { value: 'off', label: t('off') },
          ]
        : options.map((value) => ({ value, label: choiceWord(path, value) }));
    return (
      <NativeSelect
        {...named}
        value={text}
        error={error}
        data={[{ value: '', label: t('Choose…') }, ...data]}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  }
  const range =
    minimum !== undefined && maximum !== undefined
      ? t('{minimum, number} to {maximum, number}', { minimum, maximum })
      : undefined;
  return (
    <TextInput
      {...named}
      description={hidden ? undefined : kind === 'color' ? t('Such as #1f6feb') : range}
      inputMode={kind === 'number' ? 'numeric' : 'text'}
      value={text}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
