import { SettingsPanel } from '@renderer/screens/shared/settings-panel';
import { useShows } from '@renderer/state/shown';
import { ScrollBody } from '@renderer/ui/layout/scroll-body';
import { t } from '@shared/language/t';
import classes from './sign-up.module.css';

/** Whether the lists count at all, and who gets text messages. */
export function RestrictionsTab() {
  useShows({ kind: 'settings' });
  return (
    <ScrollBody label={t('Restrictions')}>
      <div className={classes.panels}>
        <SettingsPanel
          id="restrictions"
          about={t('Whether the lists beside hold, and which addresses may not sign up.')}
        />
        <SettingsPanel
          id="communication"
          about={t(
            'No codes are sent by text message to numbers of these countries: it stops fraud by premium numbers.',
          )}
        />
      </div>
    </ScrollBody>
  );
}
