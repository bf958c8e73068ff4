import { SegmentedControl } from '@mantine/core';
import { useId } from 'react';
import classes from './appearance.module.css';

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly data: readonly { readonly value: T; readonly label: string }[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}

/** One of a few, beside its label. */
export function Choice<T extends string>({ label, data, value, onChange }: ChoiceProps<T>) {
  const id = useId();
  return (
    <div className={classes.row}>
      <span id={id} className={classes.label}>
        {label}
      </span>
      <SegmentedControl size="xs" aria-labelledby={id} data={[...data]} value={value} onChange={onChange} />
    </div>
  );
}
