import { type MantineColorScheme, useMantineColorScheme } from '@mantine/core';
import { type Density, usePreferences } from '@renderer/state/use-preferences';
import { Panel } from '@renderer/ui/layout/panel';
import { t } from '@shared/language/t';
import classes from './appearance.module.css';
import { Choice } from './choice';
import { LanguageSetting } from './language';
import { NoticeChoice } from './notices';

const schemes: readonly { readonly value: MantineColorScheme; readonly label: string }[] = [
  { value: 'auto', label: t('As the system') },
  { value: 'light', label: t('Light') },
  { value: 'dark', label: t('Dark') },
];

const densities: readonly { readonly value: Density; readonly label: string }[] = [
  { value: 'compact', label: t('Compact') },
  { value: 'roomy', label: t('Roomy') },
];

/** Light or dark, dense or roomy: of this window on this machine. */
export function Appearance() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { density, setDensity } = usePreferences();
  return (
    <Panel title={t('Appearance')} note={t('on this machine')}>
      <LanguageSetting />
      <Choice label={t('Theme')} data={schemes} value={colorScheme} onChange={setColorScheme} />
      <Choice label={t('Rows')} data={densities} value={density} onChange={setDensity} />
      <p className={classes.note}>{t('Motion follows the system’s “reduce motion”.')}</p>
      <NoticeChoice />
    </Panel>
  );
}
