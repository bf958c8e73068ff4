import { Skeleton } from '@mantine/core';
import { FailedTable } from '@renderer/screens/shared/failed-table';
import { goToRecord } from '@renderer/screens/shared/go-to-record';
import { useRoles } from '@renderer/screens/shared/use-roles';
import { type ItemRuns, VirtualList } from '@renderer/ui/list/virtual-list/virtual-list';
import { useNow } from '@renderer/ui/marks/use-now';
import { t } from '@shared/language/t';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { changeWords, mainFields } from './describe-entry';
import { groupTitle } from './describe-group';
import { EntryRow } from './entry-row';
import { GroupRow } from './group-row';
import { type HistoryItem, historyItems } from './history-items';
import type { History } from './use-history';

interface HistoryFeedProps {
  readonly label: string;
  readonly history: History;
  /** Instead of entries when there are none. */
  readonly empty: ReactNode;
}

const idOf = ({ id }: HistoryItem): string => id;
const nameOf = (item: HistoryItem): string =>
  item.kind === 'group'
    ? t('{title}, {count, plural, one {# entry} other {# entries}}', {
        title: item.entries[0]?.part?.set || groupTitle(item.entries),
        count: item.entries.length,
      })
    : `${item.entry.label}: ${changeWords(item.entry)}`;
const heightOf = (item: HistoryItem): number =>
  35 +
  (item.kind === 'group' ? 0 : Math.min(4, mainFields(item.entry).length) * 20) +
  (item.day === null ? 0 : 36);

/** Observed changes, newest first and without end: older ones come as one scrolls. Enter opens an entry or a group, O its record. */
export function HistoryFeed({ label, history, empty }: HistoryFeedProps) {
  const { entries, complete, failure, loadOlder } = history;
  const { names } = useRoles();
  const now = useNow(60_000);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const items = useMemo(() => historyItems(entries ?? [], now, opened), [entries, now, opened]);
  const toggle = useCallback(
    (id: string) =>
      setOpened((last) => new Set(last.has(id) ? [...last].filter((other) => other !== id) : [...last, id])),
    [],
  );
  const oldest = entries?.at(-1)?.id;
  /** What may go on in entries that are not loaded: it is read to its end once it is on screen. */
  const goesOn = (item: HistoryItem): boolean =>
    item.kind === 'group' ? item.entries.at(-1)?.id === oldest : item.entry.id === oldest;
  const onShow = (shown: readonly HistoryItem[]): void => {
    if (shown.some(goesOn)) loadOlder();
  };
  const runsOf = (item: HistoryItem): ItemRuns => ({
    'entry-toggle': () => toggle(item.id),
    'entry-record': item.kind === 'group' ? undefined : () => goToRecord(item.entry),
  });
  if (failure && !entries) return <FailedTable title={t('History cannot be read')} failure={failure} />;
  if (!entries) return <Skeleton m={16} height={10} width="45%" />;
  if (entries.length === 0) return empty;
  return (
    <VirtualList
      label={label}
      items={items}
      idOf={idOf}
      nameOf={nameOf}
      heightOf={heightOf}
      render={(item) =>
        item.kind === 'group' ? (
          <GroupRow
            item={item}
            open={opened.has(item.id)}
            partial={!complete && goesOn(item)}
            onToggle={toggle}
          />
        ) : (
          <EntryRow item={item} open={opened.has(item.id)} roleNames={names} onToggle={toggle} />
        )
      }
      place="history"
      runsOf={runsOf}
      onShow={onShow}
      more={!complete}
    />
  );
}
