import { Button } from '@mantine/core';
import { callDoctor, useOverlays } from '@renderer/state/use-overlays';
import { useSession } from '@renderer/state/use-session';
import { FieldRow } from '@renderer/ui/layout/field-row';
import { Panel } from '@renderer/ui/layout/panel';
import { t } from '@shared/language/t';
import classes from './about.module.css';

const platforms: Readonly<Record<string, string>> = {
  linux: 'Linux',
  darwin: 'macOS',
  win32: 'Windows',
};

/** What runs here, and under which terms. */
export function About() {
  const info = useSession((session) => session.info);
  const setHelp = useOverlays((overlays) => overlays.setHelp);
  return (
    <Panel title={t('About Tenantry')}>
      <dl>
        <FieldRow label={t('Version')}>{info?.version ?? '–'}</FieldRow>
        <FieldRow label={t('Electron')}>{info?.electron ?? '–'}</FieldRow>
        <FieldRow label={t('System')}>{info ? (platforms[info.platform] ?? info.platform) : '–'}</FieldRow>
        <FieldRow label={t('Keyring')}>
          {info?.keyring ? t('at hand') : t('none here: workspaces are locked under a passphrase')}
        </FieldRow>
        <FieldRow label={t('Licence')}>
          {t('MIT; a package that bundles the SQLCipher driver is conveyed under AGPL-3.0.')}
        </FieldRow>
      </dl>
      <div className={classes.buttons}>
        <Button variant="default" onClick={() => setHelp(true)}>
          {t('Keyboard shortcuts')}
        </Button>
        <Button variant="default" onClick={callDoctor}>
          {t('Doctor…')}
        </Button>
      </div>
    </Panel>
  );
}
