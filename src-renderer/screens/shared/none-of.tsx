import { useUnlisted } from '@renderer/state/left-out-context';
import { isNoneKnown } from '@renderer/state/none-known';
import { useStatus } from '@renderer/state/status-context';
import { type EntityName, entityWords } from '@shared/domain/entity';
import { t } from '@shared/language/t';
import type { ReactNode } from 'react';
import classes from './none-of.module.css';

interface NoneOfProps {
  /** What there is none of. */
  readonly entity: EntityName;
  /** `No members yet.` */
  readonly children: ReactNode;
}

/** Says that there is none, but only where that is known: not of a list that is refused, or not copied yet. */
export function NoneOf({ entity, children }: NoneOfProps) {
  const unlisted = useUnlisted(entity);
  const status = useStatus();
  if (unlisted) return <p className={classes.none}>{t('Not known: {why}', { why: unlisted.message })}</p>;
  if (!isNoneKnown(status, entity))
    return (
      <p className={classes.none}>
        {t('Not known yet: the first copy of {many} is not complete.', { many: entityWords[entity].many })}
      </p>
    );
  return <p className={classes.none}>{children}</p>;
}
