import { type MarkKind, markOfRecord, markWords } from '@renderer/ui/marks/mark-kind';
import { StateMark } from '@renderer/ui/marks/state-mark';
import type { RecordState, StagedMark } from '@shared/domain/records/envelope';
import { t } from '@shared/language/t';

interface Marked {
  readonly state: RecordState;
  readonly staged: StagedMark | null;
}

/** What a row's mark says: its meaning, and for creations and deletions which of the two. */
export function rowMark({
  state,
  staged,
}: Marked): { readonly kind: MarkKind; readonly word: string } | null {
  const kind = markOfRecord(state);
  if (kind === null) return null;
  if (state === 'gone') return { kind, word: t('Gone on the service') };
  if (kind !== 'staged') return { kind, word: markWords[kind] };
  if (staged?.verb === 'create') return { kind, word: t('New, staged') };
  if (staged?.verb === 'delete') return { kind, word: t('Removal staged') };
  return { kind, word: markWords[kind] };
}

export function RowMark({
  record,
  compact = false,
}: {
  readonly record: Marked;
  readonly compact?: boolean;
}) {
  const mark = rowMark(record);
  return mark && <StateMark kind={mark.kind} word={mark.word} compact={compact} />;
}
