import { Skeleton } from '@mantine/core';
import { useUnlisted, useUnread } from '@renderer/state/left-out-context';
import { capitalized } from '@renderer/ui/format/capitalized';
import { Inspector } from '@renderer/ui/layout/inspector';
import { InlineFailure } from '@renderer/ui/marks/inline-failure';
import type { Failure } from '@shared/contract/failure';
import { type EntityName, entityWords } from '@shared/domain/entity';
import { t } from '@shared/language/t';

interface AbsentRecordProps {
  readonly entity: EntityName;
  readonly id: string;
  /** Null: there is none; undefined: on its way. */
  readonly record: null | undefined;
  /** Why there is none, as a sentence. */
  readonly gone: string;
  readonly failure: Failure | undefined;
  readonly onClose: () => void;
}

/** The inspector of a record that is not there: still on its way, unreadable, never listed, or gone. */
export function AbsentRecord({ entity, id, record, gone, failure, onClose }: AbsentRecordProps) {
  const unread = useUnread(id);
  const unlisted = useUnlisted(entity);
  const { one } = entityWords[entity];
  const known = unread === undefined && unlisted === null;
  const kind = capitalized(one);
  return (
    <Inspector title={record === null && known ? t('No such {one}', { one }) : kind} onClose={onClose}>
      {failure ? (
        <InlineFailure failure={failure} />
      ) : (
        record === undefined && <Skeleton height={10} width="70%" />
      )}
      {record === null && known && <p>{gone}</p>}
      {record === null && unlisted && <InlineFailure failure={unlisted} />}
      {record === null && unread && (
        <p>
          {t('The service lists it, and it could not be read so far:')} {unread.path} {unread.why}
        </p>
      )}
    </Inspector>
  );
}
