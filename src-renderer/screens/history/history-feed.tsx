import { Skeleton } from '@mantine/core';
import { FailedTable } from '@renderer/screens/shared/failed-table';
import { goToRecord } from '@renderer/screens/shared/go-to-record';
import { useRoles } from '@renderer/screens/shared/use-roles';
import { type ItemRuns, VirtualList } from '@renderer/ui/list/virtual-list/virtual-list';
import { useNow } from '@renderer/ui/marks/use-now';
import { t } from '@shared/language/t';
import { type ReactNode, useMemo, useState } from 'react';
import { changeWords, mainFields } from './describe-entry';
import { groupTitle } from './describe-group';
import { EntryRow } from './entry-row';
import { FeedEnd, MoreRow } from './feed-end';
import { GroupRow } from './group-row';
import { groupPrefix, type HistoryItem, historyItems } from './history-items';
import { type History, unfoldedAtOnce } from './use-history';

interface HistoryFeedProps {
  readonly label: string;
  readonly history: History;
  /** Instead of entries when there are none. */
  readonly empty: ReactNode;
}

const idOf = ({ id }: HistoryItem): string => id;
const nameOf = (item: HistoryItem): string => {
  switch (item.kind) {
    case 'group':
      return t('{title}, {count, plural, one {# entry} other {# entries}}', {
        title: item.entries[0]?.part?.set || groupTitle(item.entries),
        count: item.entries.length + item.rest.length,
      });
    case 'entry':
      return `${item.entry.label}: ${changeWords(item.entry)}`;
    case 'more':
      return t('Show more of its entries');
    case 'end':
      return t('Look further');
  }
};
const heightOf = (item: HistoryItem): number =>
  35 +
  (item.kind === 'entry' ? Math.min(4, mainFields(item.entry).length) * 20 : 0) +
  (item.day === null ? 0 : 36);

/** Observed changes, newest first and without end: older ones come as one scrolls. Enter opens an entry or a group, O its record. */
export function HistoryFeed({ label, history, empty }: HistoryFeedProps) {
  const { read, failure, loadOlder, unfold } = history;
  const { names } = useRoles();
  const now = useNow(60_000);
  const [opened, setOpened] = useState<ReadonlyMap<string, number>>(new Map());
  const items = useMemo(() => (read ? historyItems(read, { now, opened }) : []), [read, now, opened]);
  const toggle = (id: string): void =>
    setOpened((last) => {
      const next = new Map(last);
      if (!next.delete(id)) next.set(id, unfoldedAtOnce);
      return next;
    });
  if (failure && !read) return <FailedTable title={t('History cannot be read')} failure={failure} />;
  if (!read) return <Skeleton m={16} height={10} width="45%" />;
  const { entries, folded, next, lookedTo } = read;
  if (entries.length === 0 && lookedTo === null) return empty;
  const more = (item: Extract<HistoryItem, { readonly kind: 'more' }>): void => {
    const shown = (opened.get(item.group) ?? 0) + unfoldedAtOnce;
    setOpened(new Map(opened).set(item.group, shown));
    unfold(item.group.slice(groupPrefix.length));
  };
  const oldest = Object.values(folded).reduce(
    (least, seqs) => Math.min(least, seqs.at(-1) ?? least),
    entries.at(-1)?.seq ?? 0,
  );
  /** What may go on in entries that are not read: a part further is read once it is on screen. */
  const goesOn = (item: HistoryItem): boolean =>
    item.kind === 'group'
      ? item.entries.at(-1)?.seq === oldest || item.rest.at(-1) === oldest
      : item.kind === 'entry' && item.entry.seq === oldest;
  const onShow = (shown: readonly HistoryItem[]): void => {
    if (lookedTo === null && (shown.some(goesOn) || shown.at(-1) === items.at(-1))) loadOlder();
  };
  const runsOf = (item: HistoryItem): ItemRuns => {
    switch (item.kind) {
      case 'group':
        return { 'entry-toggle': () => toggle(item.id), 'entry-record': undefined };
      case 'entry':
        return { 'entry-toggle': () => toggle(item.id), 'entry-record': () => goToRecord(item.entry) };
      case 'more':
        return { 'entry-toggle': () => more(item) };
      case 'end':
        return { 'entry-toggle': loadOlder };
    }
  };
  const draw = (item: HistoryItem): ReactNode => {
    switch (item.kind) {
      case 'group':
        return (
          <GroupRow
            item={item}
            open={opened.has(item.id)}
            partial={next !== null && goesOn(item)}
            onToggle={toggle}
          />
        );
      case 'entry':
        return <EntryRow item={item} open={opened.has(item.id)} roleNames={names} onToggle={toggle} />;
      case 'more':
        return <MoreRow left={item.left} onMore={() => more(item)} />;
      case 'end':
        return <FeedEnd lookedTo={item.lookedTo} onFurther={loadOlder} />;
    }
  };
  return (
    <VirtualList
      label={label}
      items={items}
      idOf={idOf}
      nameOf={nameOf}
      heightOf={heightOf}
      render={draw}
      place="history"
      runsOf={runsOf}
      onShow={onShow}
      more={next !== null}
    />
  );
}
