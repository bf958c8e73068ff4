import { select } from '@renderer/state/use-route';
import { EmptyState } from '@renderer/ui/layout/empty-state';
import { type ItemRuns, VirtualList } from '@renderer/ui/list/virtual-list/virtual-list';
import type { ReviewPage, ReviewRow } from '@shared/contract/reviews';
import type { Decision } from '@shared/domain/reviews/review';
import { t } from '@shared/language/t';
import { CircleCheck, SearchX } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import { ItemRow, type ListedRow } from './item-row';
import type { Deciding } from './use-decide';

interface ItemListProps {
  readonly page: ReviewPage;
  readonly by: 'organization' | 'person';
  readonly only: ReviewRow['standing'] | null;
  readonly openId: string | null;
  readonly deciding: Deciding;
  /** The last row that is read is on screen. */
  readonly onEnd: () => void;
}

const idOf = ({ row }: ListedRow): string => row.item.membershipId;
const nameOf = ({ row: { item } }: ListedRow): string =>
  t('{userName}, {roleName} in {organizationName}', {
    userName: item.userName,
    roleName: item.roleName,
    organizationName: item.organizationName,
  });
const heightOf = ({ group }: ListedRow): number => 53 + (group === null ? 0 : 34);

/** The items of a review by group. A key decides, and the next item has the focus. */
export function ItemList({ page, by, only, openId, deciding, onEnd }: ItemListProps) {
  const { rows, summary } = page;
  const items = useMemo(() => listed(rows, by), [rows, by]);
  const [reveal, setReveal] = useState<{ readonly id: string; readonly wish: number } | null>(null);
  const last = rows.at(-1)?.item.membershipId;
  const onShow = useCallback(
    (shown: readonly ListedRow[]) => {
      if (shown.some((each) => idOf(each) === last)) onEnd();
    },
    [last, onEnd],
  );
  const onActive = useCallback(
    (active: ListedRow) => {
      if (openId !== null && openId !== idOf(active)) select(idOf(active));
    },
    [openId],
  );
  const closed = summary.closedAt > 0;
  const decide = (each: ListedRow, decision: Decision): void => {
    // At once: the key that follows is meant for the next one, also before this one is kept.
    const next = items[items.indexOf(each) + 1];
    if (next !== undefined) setReveal((before) => ({ id: idOf(next), wish: (before?.wish ?? 0) + 1 }));
    void deciding.decide([idOf(each)], decision);
  };
  const runsOf = (each: ListedRow): ItemRuns => ({
    'decide-keep': closed ? null : () => decide(each, 'keep'),
    'decide-revoke': closed ? null : () => decide(each, 'revoke'),
    'decide-unknown': closed ? null : () => decide(each, 'unknown'),
    'decide-note': closed ? null : () => deciding.askNote(each.row),
    'decide-open': closed || each.row.standing === 'open' ? null : () => decide(each, 'open'),
    'decide-show': () => select(openId === idOf(each) ? null : idOf(each)),
  });
  if (items.length === 0) return <Nothing only={only} />;
  return (
    <VirtualList
      label={t('Items of the review')}
      items={items}
      idOf={idOf}
      nameOf={nameOf}
      heightOf={heightOf}
      render={(each) => (
        <ItemRow
          listed={each}
          by={by}
          open={idOf(each) === openId}
          onDecide={closed ? null : (decision) => decide(each, decision)}
        />
      )}
      place="reviews"
      runsOf={runsOf}
      reveal={reveal}
      onShow={onShow}
      onActive={onActive}
    />
  );
}

function listed(rows: readonly ReviewRow[], by: ItemListProps['by']): readonly ListedRow[] {
  let before = '';
  return rows.map((row) => {
    const { organizationId, organizationName, userId, userName } = row.item;
    const key = by === 'person' ? userId : organizationId;
    const group = key === before ? null : by === 'person' ? userName : organizationName;
    before = key;
    return { row, group };
  });
}

function Nothing({ only }: Pick<ItemListProps, 'only'>) {
  return only === 'open' ? (
    <EmptyState
      icon={CircleCheck}
      title={t('Nothing is left to decide here')}
      text={t('Close the review to stage what is to be revoked, or look at what was decided above.')}
    />
  ) : (
    <EmptyState icon={SearchX} title={t('None of these')} text={t('Choose other items above.')} />
  );
}
