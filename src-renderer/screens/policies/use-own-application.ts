import { useList } from '@renderer/bridge/use-list';
import { type RecordState, useRecord } from '@renderer/bridge/use-record';
import { useConfigGroups } from '@renderer/screens/applications/use-config-groups';
import { type ConfigGroup, undescribedGroups } from '@shared/domain/config-settings';
import { useMemo } from 'react';

export interface OwnApplication extends RecordState<'application'> {
  /** Every setting of its config, those that the schema keeps to itself among them. */
  readonly groups: readonly ConfigGroup[];
}

/** The one application of a workspace with a Platform token. `null` record: there is none here. */
export function useOwnApplication(): OwnApplication {
  const { rows, failure } = useList('application', { limit: 1 });
  const id = rows?.[0]?.id ?? null;
  const state = useRecord('application', id);
  const described = useConfigGroups();
  const { record } = state;
  const groups = useMemo(
    () => (record ? [...described, ...undescribedGroups(record.config, described)] : described),
    [record, described],
  );
  return {
    ...state,
    failure: failure ?? state.failure,
    record: rows !== undefined && id === null ? null : record,
    groups,
  };
}
