import { SettingsPanel } from '@renderer/screens/shared/settings-panel';
import { useShows } from '@renderer/state/shown';
import { ScrollBody } from '@renderer/ui/layout/scroll-body';
import { t } from '@shared/language/t';
import classes from './instance-screen.module.css';

/** What the instance as a whole is set to: organizations, and the rest that has no room of its own. */
export function InstanceScreen() {
  useShows({ kind: 'settings' });
  return (
    <ScrollBody label={t('Settings of the instance')}>
      <div className={classes.panels}>
        <SettingsPanel
          id="organization_settings"
          about={t(
            'What holds for every organization, and for new ones: seats, roles, domains and deletion.',
          )}
        />
        <SettingsPanel id="protect" about={t('What watches over sign-ins, where you have it.')} />
        <SettingsPanel id="instance" about={t('What holds for the whole application.')} />
      </div>
    </ScrollBody>
  );
}
