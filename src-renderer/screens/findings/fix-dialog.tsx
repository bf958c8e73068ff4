import { Skeleton } from '@mantine/core';
import { useAnswer } from '@renderer/bridge/use-answer';
import { BulkDialog } from '@renderer/screens/kit/bulk-dialog';
import { useScoped } from '@renderer/state/use-scope';
import { countOf } from '@renderer/ui/format/count-of';
import { type FindingOutcome, mostHits } from '@shared/contract/findings';
import { entityWords } from '@shared/domain/entity';
import type { Hit } from '@shared/domain/findings/finding';
import { RecordId } from '@shared/domain/ids';
import type { IntentDraft } from '@shared/domain/intent';
import { t } from '@shared/language/t';
import classes from './finding-inspector.module.css';
import { evidenceText } from './finding-looks';

interface FixDialogProps {
  readonly outcome: FindingOutcome;
  readonly onClose: () => void;
}

const draftOf = ({ entity, recordId, fix, staged }: Hit): IntentDraft[] =>
  fix === null || staged ? [] : [{ entity, recordId: RecordId.parse(recordId), action: fix }];

/** Names whom the fix touches with what was seen of each, then stages it as one undo group. */
export function FixDialog({ outcome: { check, triedAt, mendable }, onClose }: FixDialogProps) {
  const page = useAnswer(
    'findingHits',
    { ...useScoped(), check: check.id, limit: mostHits },
    String(triedAt),
  );
  const hits = (page?.hits ?? []).filter((hit) => draftOf(hit).length > 0);
  const rest = mendable - hits.length;
  return (
    <BulkDialog
      title={`${check.fix}?`}
      verb={
        page === undefined
          ? t('Stage')
          : t('Stage {count, plural, one {# change} other {# changes}}', { count: hits.length })
      }
      wide
      destructive={check.lasting}
      affected={hits.map((hit) => `${hit.name} (${hit.evidence.map(evidenceText).join(', ')})`)}
      drafts={hits.flatMap(draftOf)}
      names={hits.map(({ name }) => name)}
      done={(staged) => t('Staged. {fix}: {staged, number}', { fix: check.fix, staged })}
      onClose={onClose}
    >
      {page === undefined ? (
        <Skeleton height={10} width="60%" />
      ) : (
        <div className={classes.form}>
          <p className={classes.text}>
            {t('It touches {records}.', { records: countOf(hits.length, entityWords[check.entity]) })}{' '}
            {check.effect}
          </p>
          <p className={classes.text}>
            {check.lasting
              ? t('Staging can be undone; once reconciled it cannot.')
              : t('It is one group: one undo takes all of it back.')}{' '}
            {t('Before anything is sent, the review under Changes tells who gains and loses what by it.')}
          </p>
          {rest > 0 && (
            <p className={classes.text}>
              {t('{rest, number} more follow once these are reconciled: so many are kept of a check.', {
                rest,
              })}
            </p>
          )}
        </div>
      )}
    </BulkDialog>
  );
}
