import { useEditLack } from '@renderer/state/read-only';
import { useStatus } from '@renderer/state/status-context';
import { LinkButton } from '@renderer/ui/controls/link-button';
import { formatClock } from '@renderer/ui/format/format-time';
import { FieldRow } from '@renderer/ui/layout/field-row';
import { InlineFailure } from '@renderer/ui/marks/inline-failure';
import type { Failure } from '@shared/contract/failure';
import { actsOf, isStagedAct } from '@shared/domain/acts';
import { takes } from '@shared/domain/capabilities';
import type { EntityName } from '@shared/domain/entity';
import type { Intent } from '@shared/domain/intent';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { labelOf } from '@shared/domain/rules/label-of';
import { t } from '@shared/language/t';
import { useState } from 'react';
import { stageAct } from './act-menu';

interface OldKeysProps {
  readonly entity: EntityName;
  readonly record: StoredRecord;
  readonly openIntents: readonly Intent[];
}

/** Keys of a record that were replaced from here and work on, with what ends them sooner; nothing where there are none. */
export function OldKeys({ entity, record, openIntents }: OldKeysProps) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const now = Date.now();
  const endBy = Object.values(actsOf(entity)).find(({ outlives }) => outlives)?.outlives?.endBy;
  const lack = useEditLack(endBy && [takes('perform', entity, endBy.operation)]);
  const own = useStatus()?.oldKeys.filter(({ recordId, until }) => recordId === record.id && until > now);
  if (own === undefined || own.length === 0) return null;
  // Another rotation that is staged may let them work on.
  const staged = endBy !== undefined && isStagedAct(openIntents, endBy);
  const last = Math.max(...own.map(({ until }) => until));
  return (
    <>
      <FieldRow label={t('Replaced keys')}>
        {t('{count, plural, one {one works} other {# work}} on until {until}', {
          count: own.length,
          until: formatClock(last, now),
        })}{' '}
        {endBy && lack === null && !staged && (
          <LinkButton
            onClick={async () =>
              setFailure(
                await stageAct(
                  { entity, record },
                  endBy.operation,
                  endBy.values,
                  t('Keys of {name}: all end at once, and a new one comes', {
                    name: labelOf(entity, record, ''),
                  }),
                ),
              )
            }
          >
            {t('End them: another key comes in place of the newest, too')}
          </LinkButton>
        )}
      </FieldRow>
      {failure && <InlineFailure failure={failure} />}
    </>
  );
}
