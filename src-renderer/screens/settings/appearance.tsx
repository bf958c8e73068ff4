import { type MantineColorScheme, SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { type Density, usePreferences } from '@renderer/state/use-preferences';
import { Panel } from '@renderer/ui/panel';
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
      <div className={classes.row}>
        <span id="settings-theme" className={classes.label}>
          Theme
        </span>
        <SegmentedControl
          size="xs"
          aria-labelledby="settings-theme"
          data={[...schemes]}
          value={colorScheme}
          onChange={setColorScheme}
        />
      </div>
      <div className={classes.row}>
        <span id="settings-density" className={classes.label}>
          Rows
        </span>
        <SegmentedControl
          size="xs"
          aria-labelledby="settings-density"
          data={[...densities]}
          value={density}
          onChange={setDensity}
        />
      </div>
      <p className={classes.note}>Motion follows the system’s “reduce motion”.</p>
    </Panel>
  );
}
