import type { Bar } from '@renderer/ui/bar-list';
import { readField } from '@shared/domain/field-path';
import type { Application } from '@shared/domain/records/application';
import { settingText } from './setting-text';

/** How many of the applications have which value of a setting, the most frequent first. */
export function presentValues(rows: readonly Application[], path: string): readonly Bar[] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const text = settingText(readField(row, path));
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return [...counts]
    .map(([label, value]) => ({ id: label, label, value }))
    .sort((a, b) => b.value - a.value || (a.label < b.label ? -1 : 1));
}
