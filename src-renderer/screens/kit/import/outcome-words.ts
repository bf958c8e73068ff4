import { fieldLabel } from '@renderer/fields/field-input';
import { fieldText, type Names } from '@renderer/fields/field-text';
import type { MarkKind } from '@renderer/ui/marks/mark-kind';
import type { EntityName } from '@shared/domain/entity';
import type { ImportOutcome, ImportRow } from '@shared/domain/import/import-row';

/** What becomes of a line, in a word, and how it looks. */
export const outcomeWords: Readonly<
  Record<ImportOutcome, { readonly word: string; readonly tone: MarkKind | 'quiet' }>
> = {
  refused: { word: 'Refused', tone: 'refused' },
  removed: { word: 'Removed', tone: 'conflict' },
  changed: { word: 'Changed', tone: 'staged' },
  new: { word: 'New', tone: 'applied' },
  same: { word: 'Same', tone: 'quiet' },
};

/** What a line does, as one line: `Role: Member → Admin`. */
export function rowText(entity: EntityName, { outcome, why, diff, notes }: ImportRow, names: Names): string {
  if (outcome === 'refused') return why;
  const changes = diff.map(({ field, from, to }) => {
    const after = fieldText(entity, field, to, names);
    const label = fieldLabel(entity, field);
    return outcome === 'new'
      ? `${label}: ${after}`
      : `${label}: ${fieldText(entity, field, from, names)} → ${after}`;
  });
  return [...changes, ...notes].join(' · ');
}
