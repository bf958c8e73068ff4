import { type MantineColorScheme, SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { type Density, usePreferences } from '@renderer/state/use-preferences';
import { Panel } from '@renderer/ui/layout/panel';
import { useId } from 'react';
import classes from './appearance.module.css';

const schemes: readonly { readonly value: MantineColorScheme; readonly label: string }[] = [
  { value: 'auto', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];

const densities: readonly { readonly value: Density; readonly label: string }[] = [
  { value: 'compact', label: 'Compact' },
  { value: 'roomy', label: 'Roomy' },
];

/** Light or dark, dense or roomy: of this window on this machine. */
export function Appearance() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { density, setDensity } = usePreferences();
  return (
    <Panel title="Appearance" note="on this machine">
      <Choice label="Theme" data={schemes} value={colorScheme} onChange={setColorScheme} />
      <Choice label="Rows" data={densities} value={density} onChange={setDensity} />
      <p className={classes.note}>Motion follows the system’s “reduce motion”.</p>
    </Panel>
  );
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly data: readonly { readonly value: T; readonly label: string }[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}

function Choice<T extends string>({ label, data, value, onChange }: ChoiceProps<T>) {
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
