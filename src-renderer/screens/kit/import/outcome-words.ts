import { fieldLabel } from '@renderer/fields/field-input';
import { fieldText, type Names } from '@renderer/fields/field-text';
import type { MarkLook } from '@renderer/ui/marks/look-mark';
import type { EntityName } from '@shared/domain/entity';
import type { ImportOutcome, ImportRow } from '@shared/domain/import/import-row';
import { t } from '@shared/language/t';
import { Ban, Equal, Pencil, Plus, Trash2 } from 'lucide-react';

/** What becomes of a line, in a word, and how it looks. */
export const outcomeLooks: Readonly<Record<ImportOutcome, MarkLook>> = {
  refused: { word: t('Refused'), icon: Ban, tone: 'refused' },
  removed: { word: t('Removed'), icon: Trash2, tone: 'warning' },
  changed: { word: t('Changed'), icon: Pencil, tone: 'staged' },
  new: { word: t('New'), icon: Plus, tone: 'staged' },
  same: { word: t('Same'), icon: Equal, tone: 'quiet' },
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
