import { updateActs, useUpdates } from '@renderer/state/use-updates';
import { FieldRow } from '@renderer/ui/layout/field-row';
import { Panel } from '@renderer/ui/layout/panel';
import type { UpdateMode } from '@shared/contract/updates';
import { t } from '@shared/language/t';
import classes from './appearance.module.css';
import { Choice } from './choice';
import { UpdateStanding } from './update-standing';

const choices = [
  { value: 'off', label: t('Off') },
  { value: 'tell', label: t('Tell me') },
  { value: 'ready', label: t('Get it ready') },
] as const;

const meanings: Readonly<Record<UpdateMode, string>> = {
  off: t('The update server is not asked.'),
  tell: t('A newer version is told. Nothing is fetched until you say so.'),
  ready: t(
    'A newer version is fetched in the background and its signature checked. It is put in place when you say so.',
  ),
};

const lost = t(
  'What you chose before could not be read: the update server is not asked until you choose again.',
);

/** Whether newer versions are looked for, and what is known of one. */
export function Updates() {
  const view = useUpdates((updates) => updates.view);
  if (view === null) return null;
  const { mode, fixedBy } = view;
  return (
    <Panel title={t('Updates')} note={t('on this machine')}>
      {fixedBy === null ? (
        <Choice
          label={t('New versions')}
          data={choices}
          value={mode}
          onChange={(next) => void updateActs.setMode(next)}
        />
      ) : (
        <dl>
          <FieldRow label={t('New versions')}>{choices.find(({ value }) => value === mode)?.label}</FieldRow>
        </dl>
      )}
      <p className={classes.note}>{fixedBy ?? (view.unread ? lost : meanings[mode])}</p>
      {mode !== 'off' && <UpdateStanding view={view} />}
    </Panel>
  );
}
