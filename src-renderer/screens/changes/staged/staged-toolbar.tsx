import { Button } from '@mantine/core';
import { SelectionBar } from '@renderer/screens/shared/selection-bar';
import { startReview } from '@renderer/state/review';
import { setParams } from '@renderer/state/use-route';
import { useCommandTarget } from '@renderer/ui/controls/command-target';
import { FilterMenu } from '@renderer/ui/controls/filter-menu';
import { Kbd } from '@renderer/ui/controls/kbd';
import { SearchField } from '@renderer/ui/controls/search-field';
import { Toolbar } from '@renderer/ui/layout/toolbar';
import type { ChangeSetSummary } from '@shared/contract/change-sets';
import type { Intent } from '@shared/domain/intent';
import { t } from '@shared/language/t';
import { Layers } from 'lucide-react';
import { MoveMenu } from '../sets/move-menu';

interface StagedToolbarProps {
  readonly params: Readonly<Record<string, string>>;
  readonly intents: readonly Intent[];
  /** All open changes, also those that are not listed. */
  readonly total: number;
  readonly sets: readonly ChangeSetSummary[];
  readonly shown: readonly Intent[];
  readonly selected: readonly Intent[];
  readonly planning: boolean;
  readonly onSelect: (intents: readonly Intent[]) => void;
  readonly onWithdraw: (intents: readonly Intent[], title: string) => void;
}

const states: readonly (readonly [value: string, label: string])[] = [
  ['', t('All')],
  ['staged', t('Staged')],
  ['conflict', t('In conflict')],
  ['refused', t('Refused')],
  ['unknown', t('Unknown')],
];

/** Filters, or what can be done with the chosen changes; and the button that makes the plan. */
export function StagedToolbar(props: StagedToolbarProps) {
  const { params, intents, total, sets, shown, selected, planning, onSelect, onWithdraw } = props;
  const count = selected.length;
  const bulk = count > 0 && (
    <SelectionBar
      count={count}
      total={shown.length}
      onAll={() => onSelect(shown)}
      onClear={() => onSelect([])}
    >
      <Button loading={planning} onClick={() => void startReview(selected.map(({ id }) => id))}>
        {t('Review only {count, plural, one {# change} other {# changes}}', { count })}
      </Button>
      <MoveMenu sets={sets} intentIds={selected.map(({ id }) => id)} />
      <Button
        variant="default"
        onClick={() =>
          onWithdraw(selected, t('{count, plural, one {# change} other {# changes}}', { count }))
        }
      >
        {t('Withdraw {count, number}', { count })}
      </Button>
    </SelectionBar>
  );
  const inSet = params.set ? shown.filter(({ changeSetId }) => changeSetId === params.set) : null;
  const review = (): void => void startReview(inSet?.map(({ id }) => id));
  useCommandTarget('review', planning || inSet?.length === 0 ? null : review);
  const refused = intents.filter(({ state }) => state === 'refused').length;
  return (
    <>
      {bulk}
      <Toolbar
        label={t('Filters of changes')}
        end={
          <>
            {refused > 0 && (
              <Button
                variant="default"
                disabled={planning}
                onClick={() => void startReview(intents.map(({ id }) => id))}
              >
                {t('Review, {refused, plural, one {# refused one} other {# refused ones}} too', {
                  refused,
                })}
              </Button>
            )}
            <Button
              loading={planning}
              rightSection={<Kbd keys="Ctrl Enter" />}
              disabled={inSet?.length === 0}
              onClick={review}
            >
              {inSet
                ? t('Review {count, number} of this set', { count: inSet.length })
                : t('Review {total, plural, one {# change} other {# changes}}', { total })}
            </Button>
          </>
        }
      >
        <FilterMenu
          label={t('State')}
          value={params.state ?? ''}
          options={states.map(([value, label]) => ({
            value,
            label,
            count: value === '' ? intents.length : intents.filter(({ state }) => state === value).length,
          }))}
          onChange={(state) => setParams({ state })}
        />
        <Button
          variant={params.sets ? 'light' : 'default'}
          aria-pressed={params.sets === '1'}
          leftSection={<Layers size={13} aria-hidden />}
          onClick={() => setParams({ sets: params.sets ? '' : '1' })}
        >
          {t('Change sets')}
        </Button>
        <SearchField
          label={t('Filter changes')}
          value={params.text ?? ''}
          onChange={(text) => setParams({ text })}
        />
      </Toolbar>
    </>
  );
}
