import { useRecord } from '@renderer/bridge/use-record';
import { goToRecord } from '@renderer/screens/shared/go-to-record';
import type { Unread } from '@renderer/state/left-out';
import { CopyId } from '@renderer/ui/controls/copy-id';
import { LinkButton } from '@renderer/ui/controls/link-button';
import { countOf } from '@renderer/ui/format/count-of';
import type { CollectionProgress } from '@shared/contract/status';
import { type EntityName, entityWords } from '@shared/domain/entity';
import { organizationOf } from '@shared/domain/organization-of';
import { labelOf } from '@shared/domain/rules/label-of';
import { t } from '@shared/language/t';
import classes from './unread-records.module.css';

/** As many lie open by themselves. */
const few = 3;

/** Records of a collection that could not be read: which, where they are odd, and why. */
export function UnreadRecords({ collection }: { readonly collection: CollectionProgress }) {
  const { entity, unread, unreadCount } = collection;
  const more = unreadCount - unread.length;
  return (
    <details className={classes.records} open={unreadCount <= few}>
      <summary>
        {t('{records} cannot be read: what was known before stays, nothing was deleted.', {
          records: countOf(unreadCount, entityWords[entity]),
        })}
      </summary>
      <ul className={classes.list}>
        {unread.map((each) => (
          <UnreadRecord key={each.id} entity={entity} unread={each} />
        ))}
      </ul>
      {more > 0 && <p className={classes.rest}>{t('and {count, number} more', { count: more })}</p>}
    </details>
  );
}

interface UnreadRecordProps {
  readonly entity: EntityName;
  readonly unread: Unread;
}

function UnreadRecord({ entity, unread: { id, path, why } }: UnreadRecordProps) {
  const { record } = useRecord(entity, id);
  return (
    <li className={classes.item}>
      {record ? (
        <LinkButton
          onClick={() => goToRecord({ entity, recordId: id, organizationId: organizationOf(entity, record) })}
        >
          {labelOf(entity, record, '')}
        </LinkButton>
      ) : (
        record === null && <span className={classes.absent}>{t('Never read so far')}</span>
      )}
      <CopyId id={id} />
      {path !== '' && <code className={classes.path}>{path}</code>}
      <span className={classes.why}>{why}</span>
    </li>
  );
}
