import { Button } from '@mantine/core';
import { setParams } from '@renderer/state/use-route';
import { Inspector } from '@renderer/ui/layout/inspector';
import type { ChangeSetSummary } from '@shared/contract/change-sets';
import type { ImportReport } from '@shared/contract/four-eyes';
import { t } from '@shared/language/t';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { OpenSignedFile } from './open-signed-file';
import { SetDialog } from './set-dialog';
import { SetItem } from './set-item';
import classes from './sets-panel.module.css';

interface SetsPanelProps {
  readonly sets: readonly ChangeSetSummary[];
  /** The set whose changes are listed, '' for all. */
  readonly current: string;
  readonly onOpened: (report: ImportReport) => void;
}

/** Every change set, newest first: to list, name, join, sign, withdraw or take back. */
export function SetsPanel({ sets, current, onOpened }: SetsPanelProps) {
  const [making, setMaking] = useState(false);
  return (
    <Inspector
      title={t('Change sets')}
      subtitle={t('{count, plural, one {# set} other {# sets}}', { count: sets.length })}
      actions={
        <>
          <Button
            variant="default"
            leftSection={<Plus size={13} aria-hidden />}
            onClick={() => setMaking(true)}
          >
            {t('New set…')}
          </Button>
          <OpenSignedFile onOpened={onOpened} />
        </>
      }
      onClose={() => setParams({ sets: '', set: '' })}
    >
      <ul className={classes.list}>
        {sets.map((set) => (
          <SetItem
            key={set.id}
            set={set}
            others={sets.filter((other) => other.id !== set.id)}
            current={set.id === current}
          />
        ))}
      </ul>
      <p className={classes.teach}>
        {t(
          'A change set holds what belongs together, a ticket’s changes say. It can be reviewed, applied, withdrawn and taken back as one, and signed for a colleague to look at.',
        )}
      </p>
      {making && <SetDialog set={null} intentIds={[]} onClose={() => setMaking(false)} />}
    </Inspector>
  );
}
