import { Button } from '@mantine/core';
import { stage } from '@renderer/state/stage';
import { useStatus } from '@renderer/state/status-context';
import { RecordId } from '@shared/domain/ids';
import { betweenWords } from '@shared/domain/reconcile/left-between';
import { t } from '@shared/language/t';
import { ArrowLeftRight } from 'lucide-react';
import { FrameStrip } from './frame-strip';

/** Whom a run that broke off left on a value in between, one after the other, with the way on. */
export function BetweenNotice() {
  const [left, ...others] = useStatus()?.between ?? [];
  if (left === undefined) return null;
  const { message, next } = betweenWords(left);
  const { entity, field, wanted, label } = left;
  const draft = {
    entity,
    recordId: RecordId.parse(left.recordId),
    action: { verb: 'update', field, value: wanted },
  } as const;
  return (
    <FrameStrip
      tone="held"
      icon={<ArrowLeftRight size={14} aria-hidden />}
      {...(left.staged
        ? { leadsTo: { screen: 'changes', label: t('Show changes') } }
        : {
            action: (
              <Button
                variant="default"
                onClick={() => void stage([draft], () => t('Staged {wanted} for {label}', { wanted, label }))}
              >
                {t('Stage {wanted}', { wanted })}
              </Button>
            ),
          })}
    >
      {message} {next}{' '}
      {others.length > 0 &&
        t('{count, plural, one {One more record stands} other {# more records stand}} on such a value.', {
          count: others.length,
        })}
    </FrameStrip>
  );
}
