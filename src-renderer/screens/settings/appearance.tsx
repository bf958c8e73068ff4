import { type MantineColorScheme, useMantineColorScheme } from '@mantine/core';
import { type Density, usePreferences } from '@renderer/state/use-preferences';
import { Panel } from '@renderer/ui/layout/panel';
import classes from './appearance.module.css';
import { Choice } from './choice';

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
