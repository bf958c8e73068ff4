import { changeOf } from '@renderer/fields/change';
import { changeTitle } from '@renderer/fields/describe-change';
import { copyRuns } from '@renderer/screens/changes/copy-calls';
import { goToRecord } from '@renderer/screens/shared/go-to-record';
import { useNames } from '@renderer/screens/shared/use-names';
import { useRoles } from '@renderer/screens/shared/use-roles';
import { useReview } from '@renderer/state/use-review';
import { setParams, useRoute } from '@renderer/state/use-route';
import { withdraw } from '@renderer/state/withdraw';
import { type ItemRuns, VirtualList } from '@renderer/ui/list/virtual-list/virtual-list';
import type { ChangeSetSummary } from '@shared/contract/change-sets';
import type { Intent } from '@shared/domain/intent';
import { t } from '@shared/language/t';
import { useMemo, useState } from 'react';
import { filterIntents } from './filter-intents';
import { groupIntents, type StagedItem } from './group-intents';
import { StagedGroup } from './staged-group';
import { StagedNotices } from './staged-notices';
import { StagedReach } from './staged-reach';
import { StagedRow } from './staged-row';
import { StagedToolbar } from './staged-toolbar';

interface StagedViewProps {
  readonly intents: readonly Intent[];
  /** All open changes, also those that are not listed. */
  readonly total: number;
  readonly sets: readonly ChangeSetSummary[];
}

const heights: Readonly<Record<StagedItem['kind'], number>> = { set: 48, group: 36, intent: 34 };
const list = {
  label: t('Staged changes'),
  idOf: ({ id }: StagedItem): string => id,
  heightOf: ({ kind }: StagedItem): number => heights[kind],
} as const;

/** Every staged change under its organization: to look over, to withdraw, to review. */
export function StagedView({ intents, total, sets }: StagedViewProps) {
  const params = useRoute(({ route }) => route.params);
  const planning = useReview(({ phase }) => phase === 'planning');
  const { names: roleNames } = useRoles();
  const names = useNames(
    'organization',
    intents.map(({ organizationId }) => organizationId),
  );
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const shown = useMemo(
    () =>
      filterIntents(intents, {
        state: params.state ?? '',
        set: params.set ?? '',
        text: params.text ?? '',
      }),
    [intents, params.state, params.set, params.text],
  );
  const items = useMemo(
    () =>
      groupIntents(shown, {
        organizations: names,
        sets: new Map(sets.map(({ id, title }) => [id as string, title])),
      }),
    [shown, names, sets],
  );
  const selected = intents.filter(({ id }) => chosen.has(id));

  const select = (next: readonly Intent[]): void => setChosen(new Set(next.map(({ id }) => id)));
  const toggle = (own: readonly Intent[]): void => {
    const all = own.every(({ id }) => chosen.has(id));
    const rest = selected.filter(({ id }) => !own.some((intent) => intent.id === id));
    select(all ? rest : [...rest, ...own]);
  };
  const takeBack = (own: readonly Intent[], title: string): void => {
    void withdraw(
      own.filter(({ state }) => state !== 'sending'),
      title,
    );
    setChosen(new Set());
  };
  const titleOf = (item: StagedItem): string =>
    item.kind === 'intent'
      ? changeTitle(changeOf(item.intent), roleNames)
      : t('{name}, {count, number} staged', { name: item.name, count: item.intents.length });
  const runsOf = (item: StagedItem): ItemRuns => {
    const own = item.kind === 'intent' ? [item.intent] : item.intents;
    return {
      'change-toggle': () => toggle(own),
      'change-withdraw': own.every(({ state }) => state === 'sending')
        ? null
        : () => takeBack(own, titleOf(item)),
      ...copyRuns((own.every(({ id }) => chosen.has(id)) ? selected : own).map(({ id }) => id)),
      'change-record': item.kind === 'intent' ? () => goToRecord(changeOf(item.intent)) : undefined,
      'changes-clear': chosen.size > 0 ? () => select([]) : undefined,
    };
  };

  return (
    <>
      <StagedToolbar
        params={params}
        intents={intents}
        total={total}
        sets={sets}
        shown={shown}
        selected={selected}
        planning={planning}
        onSelect={select}
        onWithdraw={takeBack}
      />
      <StagedNotices
        listed={intents.length}
        total={total}
        hidden={intents.length - shown.length}
        onClearFilters={() => setParams({ state: '', set: '', text: '' })}
      />
      <StagedReach intents={shown} />
      <VirtualList
        {...list}
        items={items}
        nameOf={titleOf}
        place="changes"
        runsOf={runsOf}
        render={(item, active) =>
          item.kind !== 'intent' ? (
            <StagedGroup
              kind={item.kind}
              name={item.name}
              intents={item.intents}
              active={active}
              onWithdraw={() => takeBack(item.intents, titleOf(item))}
            />
          ) : (
            <StagedRow
              intent={item.intent}
              under={names.get(item.intent.organizationId)}
              roleNames={roleNames}
              active={active}
              selected={chosen.has(item.id)}
              onToggle={() => toggle([item.intent])}
              onWithdraw={() => takeBack([item.intent], titleOf(item))}
            />
          )
        }
      />
    </>
  );
}
