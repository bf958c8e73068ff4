import { fieldLabel } from '@renderer/fields/field-input';
import { fieldText, type Names } from '@renderer/fields/field-text';
import type { MarkKind } from '@renderer/ui/marks/mark-kind';
import type { EntityName } from '@shared/domain/entity';
import type { ImportOutcome, ImportRow } from '@shared/domain/import/import-row';
import { t } from '@shared/language/t';

/** What becomes of a line, in a word, and how it looks. */
export const outcomeWords: Readonly<
  Record<ImportOutcome, { readonly word: string; readonly tone: MarkKind | 'quiet' }>
> = {
  refused: { word: t('Refused'), tone: 'refused' },
  removed: { word: t('Removed'), tone: 'conflict' },
  changed: { word: t('Changed'), tone: 'staged' },
  new: { word: t('New'), tone: 'applied' },
  same: { word: t('Same'), tone: 'quiet' },
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
