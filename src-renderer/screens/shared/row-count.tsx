import { useUnlisted } from '@renderer/state/left-out-context';
import { useKnownCount } from '@renderer/state/none-known';
import { countOf } from '@renderer/ui/format/count-of';
import { type EntityName, entityWords } from '@shared/domain/entity';
import { t } from '@shared/language/t';

interface RowCountProps {
  readonly entity: EntityName;
  readonly total: number | undefined;
  readonly isLowerBound: boolean;
}

/** `9,000 memberships`, `more than 10,000 …` when the exact number would cost too much; nothing where it is not known. */
export function RowCount({ entity, total, isLowerBound }: RowCountProps) {
  const unlisted = useUnlisted(entity);
  const known = useKnownCount()(entity, total);
  if (known === undefined || unlisted) return null;
  const rows = countOf(known, entityWords[entity]);
  return <span role="status">{isLowerBound ? t('more than {rows}', { rows }) : rows}</span>;
}
