import { Skeleton } from '@mantine/core';
import { FailedTable } from '@renderer/screens/shared/failed-table';
import { goToRecord } from '@renderer/screens/shared/go-to-record';
import { useRoles } from '@renderer/screens/shared/use-roles';
import { type ItemRuns, VirtualList } from '@renderer/ui/list/virtual-list/virtual-list';
import { useNow } from '@renderer/ui/marks/use-now';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { changeWords, mainFields } from './describe-entry';
import { EntryRow } from './entry-row';
import { type HistoryItem, historyItems } from './history-items';
import type { History } from './use-history';

interface HistoryFeedProps {
  readonly label: string;
  readonly history: History;
  /** Instead of entries when there are none. */
  readonly empty: ReactNode;
}

const idOf = ({ entry }: HistoryItem): string => entry.id;
const nameOf = ({ entry }: HistoryItem): string => `${entry.label}: ${changeWords(entry)}`;
const heightOf = ({ entry, day }: HistoryItem): number =>
  35 + Math.min(4, mainFields(entry).length) * 20 + (day === null ? 0 : 36);

/** Observed changes, newest first and without end: older ones come as one scrolls. Enter opens an entry, O its record. */
export function HistoryFeed({ label, history, empty }: HistoryFeedProps) {
  const { entries, failure, loadOlder } = history;
  const { names } = useRoles();
  const now = useNow(60_000);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const items = useMemo(() => historyItems(entries ?? [], now), [entries, now]);
  const toggle = useCallback(
    (id: string) =>
      setOpened((last) => new Set(last.has(id) ? [...last].filter((other) => other !== id) : [...last, id])),
    [],
  );
  const oldest = entries?.at(-1)?.id;
  const onShow = useCallback(
    (shown: readonly HistoryItem[]) => {
      if (shown.some(({ entry }) => entry.id === oldest)) loadOlder();
    },
    [oldest, loadOlder],
  );
  const runsOf = ({ entry }: HistoryItem): ItemRuns => ({
    'entry-toggle': () => toggle(entry.id),
    'entry-record': () => goToRecord(entry),
  });
  if (failure && !entries) return <FailedTable title="History cannot be read" failure={failure} />;
  if (!entries) return <Skeleton m={16} height={10} width="45%" />;
  if (entries.length === 0) return empty;
  return (
    <VirtualList
      label={label}
      items={items}
      idOf={idOf}
      nameOf={nameOf}
      heightOf={heightOf}
      render={(item) => (
        <EntryRow item={item} open={opened.has(item.entry.id)} roleNames={names} onToggle={toggle} />
      )}
      place="history"
      runsOf={runsOf}
      onShow={onShow}
      more={!history.complete}
    />
  );
}
