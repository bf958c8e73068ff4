import { useRecord } from '@renderer/bridge/use-record';
import { type ConfigGroup, configGroups, configSchemaId } from '@shared/domain/config-settings';
import { useMemo } from 'react';

/** The settings that the platform's configs have, by group; empty until their schema is copied. */
export function useConfigGroups(): readonly ConfigGroup[] {
  const { record } = useRecord('settings', configSchemaId);
  return useMemo(() => (record ? configGroups(record.values) : []), [record]);
}
