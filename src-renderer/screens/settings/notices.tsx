import { shell } from '@renderer/bridge/shell';
import { notifyFailure } from '@renderer/state/notify';
import { useSetting } from '@renderer/state/use-setting';
import { InlineFailure } from '@renderer/ui/marks/inline-failure';
import { t } from '@shared/language/t';
import classes from './appearance.module.css';
import { Choice } from './choice';

const choices = [
  { value: 'on', label: t('On') },
  { value: 'off', label: t('Off') },
];

/** Whether the system tells of what happens while nobody looks. */
export function NoticeChoice() {
  const { value: found, tell } = useSetting(() => shell.call('notices', {}));
  const choose = async (value: string): Promise<void> => {
    const kept = await shell.call('setNotices', { on: value === 'on' });
    if (kept.ok) tell({ on: value === 'on', unread: null });
    else notifyFailure(kept.error);
  };
  return (
    <>
      <Choice
        label={t('Notices')}
        data={choices}
        value={found === null ? '' : found.on ? 'on' : 'off'}
        onChange={(value) => void choose(value)}
      />
      {found?.unread && <InlineFailure failure={found.unread} />}
      <p className={classes.note}>
        {t(
          'Of conflicts, held waves and the end of long runs, while you look elsewhere. Numbers only, no names.',
        )}
      </p>
    </>
  );
}
