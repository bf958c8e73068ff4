import { Button } from '@mantine/core';
import { callDoctor, useOverlays } from '@renderer/state/use-overlays';
import { useSession } from '@renderer/state/use-session';
import { FieldRow } from '@renderer/ui/layout/field-row';
import { Panel } from '@renderer/ui/layout/panel';
import classes from './about.module.css';

const platforms: Readonly<Record<string, string>> = { linux: 'Linux', darwin: 'macOS', win32: 'Windows' };

/** What runs here, and under which terms. */
export function About() {
  const info = useSession((session) => session.info);
  const setHelp = useOverlays((overlays) => overlays.setHelp);
  return (
    <Panel title="About Tenantry">
      <dl>
        <FieldRow label="Version">{info?.version ?? '–'}</FieldRow>
        <FieldRow label="Electron">{info?.electron ?? '–'}</FieldRow>
        <FieldRow label="System">{info ? (platforms[info.platform] ?? info.platform) : '–'}</FieldRow>
        <FieldRow label="Keyring">
          {info?.keyring ? 'at hand' : 'none here: workspaces are locked under a passphrase'}
        </FieldRow>
        <FieldRow label="Licence">
          MIT; a package that bundles the SQLCipher driver is conveyed under AGPL-3.0.
        </FieldRow>
      </dl>
      <div className={classes.buttons}>
        <Button variant="default" onClick={() => setHelp(true)}>
          Keyboard shortcuts
        </Button>
        <Button variant="default" onClick={callDoctor}>
          Doctor…
        </Button>
      </div>
    </Panel>
  );
}
