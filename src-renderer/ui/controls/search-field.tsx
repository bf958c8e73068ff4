import { CloseButton, TextInput } from '@mantine/core';
import { t } from '@shared/language/t';
import { Search } from 'lucide-react';
import { useRef } from 'react';
import { useCommandTarget } from './command-target';
import { Kbd } from './kbd';
import classes from './search-field.module.css';

interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** The text filter of a screen; the frame's `/` goes to it. Escape empties it, then leaves it. */
export function SearchField({ label, value, onChange }: SearchFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  useCommandTarget('filter', () => input.current?.focus());
  return (
    <TextInput
      ref={input}
      className={classes.search}
      aria-label={label}
      placeholder={t('Filter')}
      value={value}
      spellCheck={false}
      leftSection={<Search size={13} aria-hidden />}
      rightSection={
        value === '' ? (
          <Kbd keys="/" />
        ) : (
          <CloseButton size="xs" aria-label={t('Clear text filter')} onClick={() => onChange('')} />
        )
      }
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        if (value === '') input.current?.blur();
        else onChange('');
        event.stopPropagation();
      }}
    />
  );
}
