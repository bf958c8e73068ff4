import { Skeleton } from '@mantine/core';
import { FailedTable } from '@renderer/screens/shared/failed-table';
import { EmptyState } from '@renderer/ui/layout/empty-state';
import { Toolbar } from '@renderer/ui/layout/toolbar';
import { VirtualList } from '@renderer/ui/list/virtual-list/virtual-list';
import type { KeptRun } from '@shared/contract/runs';
import { t } from '@shared/language/t';
import { Send } from 'lucide-react';
import { useState } from 'react';
import { RunRow } from './run-row';
import { useRuns } from './use-runs';

const idOf = ({ id }: KeptRun): string => id;
const nameOf = ({ title }: KeptRun): string => title;
const heightOf = (): number => 58;

/** Reports of the runs that sent changes: what each came to, and the way to take it back. Enter opens one. */
export function RunsView() {
  const runs = useRuns();
  const [opened, setOpened] = useState<string | null>(null);
  const toggle = (id: string): void => setOpened((last) => (last === id ? null : id));
  if (runs === undefined) return <Skeleton m={16} height={10} width="45%" />;
  if (!runs.ok) return <FailedTable title={t('Runs cannot be read')} failure={runs.error} />;
  if (runs.value.length === 0)
    return (
      <EmptyState
        icon={Send}
        title={t('Nothing was sent yet')}
        text={t(
          'Each time that changes are reconciled, what became of them is kept here: to be read again, saved, and taken back.',
        )}
      />
    );
  return (
    <>
      <Toolbar
        label={t('Runs')}
        end={
          <span role="status">
            {t('{count, plural, one {# run} other {# runs}}', { count: runs.value.length })}
          </span>
        }
      >
        {null}
      </Toolbar>
      <VirtualList
        label={t('Runs')}
        items={runs.value}
        idOf={idOf}
        nameOf={nameOf}
        heightOf={heightOf}
        render={(run) => <RunRow run={run} open={run.id === opened} onToggle={toggle} />}
        place="history"
        runsOf={({ id }) => ({ 'entry-toggle': () => toggle(id) })}
      />
    </>
  );
}
