import { useUnlisted } from '@renderer/state/left-out-context';
import { useKnownCount } from '@renderer/state/none-known';
import { useScopedCounts } from '@renderer/state/scoped-counts';
import { capitalized } from '@renderer/ui/format/capitalized';
import { Stat } from '@renderer/ui/layout/stat';
import { type EntityName, entityWords } from '@shared/domain/entity';
import { t } from '@shared/language/t';
import type { ReactNode } from 'react';

interface CountStatProps {
  readonly entity: EntityName;
  readonly note?: ReactNode;
  readonly onClick?: () => void;
}

/** How many records of a kind there are, once that is known; of a list that the service does not give, that it does not. */
export function CountStat({ entity, note, onClick }: CountStatProps) {
  const count = useKnownCount()(entity, useScopedCounts([entity])(entity));
  const unlisted = useUnlisted(entity) !== null;
  const { many } = entityWords[entity];
  return (
    <Stat
      label={capitalized(many)}
      value={unlisted ? undefined : count}
      note={unlisted ? t('not listed by the service') : note}
      onClick={onClick}
    />
  );
}
