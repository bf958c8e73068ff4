import { readField } from '@shared/domain/field-path';
import type { JsonValue } from '@shared/domain/json';
import type { Application } from '@shared/domain/records/record-map';
import { settingText } from './setting-text';

/** How many of the applications have which value of a setting, the most frequent first; the id is the value as JSON. */
export function presentValues(
  rows: readonly Application[],
  path: string,
): readonly { readonly id: string; readonly label: string; readonly value: number }[] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const id = JSON.stringify(readField(row, path) ?? null);
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return [...counts]
    .map(([id, value]) => ({ id, label: settingText(path, JSON.parse(id) as JsonValue), value }))
    .sort((a, b) => b.value - a.value || (a.label < b.label ? -1 : 1));
}

/** Whether the service never let its config be read: then nothing is known of any setting. */
export function isConfigUnknown({ configVersion, config }: Application): boolean {
  return configVersion === '' && Object.keys(config).length === 0;
}
