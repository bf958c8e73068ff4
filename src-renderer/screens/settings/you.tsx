import { SignerField } from '@renderer/screens/shared/signer-field';
import { Panel } from '@renderer/ui/layout/panel';
import { t } from '@shared/language/t';

/** Who works at this window, as colleagues read it. */
export function You() {
  return (
    <Panel title={t('You')} note={t('on this machine')}>
      <SignerField
        first={false}
        beside
        says={t('In files that you sign, and in History beside what was applied from here')}
      />
    </Panel>
  );
}
