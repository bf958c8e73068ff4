import { useFeed } from '@renderer/bridge/use-feed';
import type { ChangeSetSummary } from '@shared/contract/change-sets';
import { isUnnamed } from '@shared/domain/change-set';
import { t } from '@shared/language/t';
import { useMemo } from 'react';

/** Every change set, live. The one that everybody starts with goes by what it holds, until somebody names it. */
export function useChangeSets(): readonly ChangeSetSummary[] {
  const { value } = useFeed('changeSets', {});
  return useMemo(
    () => (value ?? []).map((set) => (isUnnamed(set) ? { ...set, title: t('Everything else') } : set)),
    [value],
  );
}
