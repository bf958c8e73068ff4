import { shell } from '@renderer/bridge/shell';
import { notifyFailure } from '@renderer/state/notify';
import { InlineFailure } from '@renderer/ui/marks/inline-failure';
import type { FoundNotices } from '@shared/contract/preferences';
import { t } from '@shared/language/t';
import { useEffect, useState } from 'react';
import classes from './appearance.module.css';
import { Choice } from './choice';

const choices = [
  { value: 'on', label: t('On') },
  { value: 'off', label: t('Off') },
] as const;

/** Whether the system tells of what happens while nobody looks. */
export function NoticeChoice() {
  const [{ on, unread }, setFound] = useState<FoundNotices>({ on: true, unread: null });
  useEffect(() => {
    void shell.call('notices', {}).then((kept) => kept.ok && setFound(kept.value));
  }, []);
  const choose = async (value: 'on' | 'off'): Promise<void> => {
    const kept = await shell.call('setNotices', { on: value === 'on' });
    if (kept.ok) setFound({ on: value === 'on', unread: null });
    else notifyFailure(kept.error);
  };
  return (
    <>
      <Choice
        label={t('Notices')}
        data={choices}
        value={on ? 'on' : 'off'}
        onChange={(value) => void choose(value)}
      />
      {unread && <InlineFailure failure={unread} />}
      <p className={classes.note}>
        {t(
          'Of conflicts, held waves and the end of long runs, while you look elsewhere. Numbers only, no names.',
        )}
      </p>
    </>
  );
}
