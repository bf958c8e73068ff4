import { Button } from '@mantine/core';
import { engine } from '@renderer/bridge/engine';
import { startReview } from '@renderer/state/review';
import { useStatus } from '@renderer/state/status-context';
import { useReview } from '@renderer/state/use-review';
import { LinkButton } from '@renderer/ui/controls/link-button';
import { InlineFailure } from '@renderer/ui/marks/inline-failure';
import { t } from '@shared/language/t';
import { Strip } from '../strip';

interface StagedNoticesProps {
  readonly listed: number;
  readonly total: number;
  /** Changes that the filters keep out of sight. */
  readonly hidden: number;
  readonly onClearFilters: () => void;
}

/** What stands between the staged changes and the service, one strip each; nothing while nothing does. */
export function StagedNotices({ listed, total, hidden, onClearFilters }: StagedNoticesProps) {
  const failure = useReview((review) => review.failure);
  const planning = useReview(({ phase }) => phase === 'planning');
  const freshness = useStatus()?.freshness;
  const byChoice = freshness?.kind === 'offline' && freshness.by === 'choice';
  return (
    <>
      {planning && (
        <Strip busy>{t('Reading anew from the service what these changes touch. Nothing is sent.')}</Strip>
      )}
      {!planning && failure && (
        <Strip
          action={
            byChoice ? (
              <Button
                variant="default"
                onClick={() => void engine.call('workOffline', { on: false }).then(() => startReview())}
              >
                {t('Go online and review')}
              </Button>
            ) : (
              <Button variant="default" onClick={() => void startReview()}>
                {t('Try again')}
              </Button>
            )
          }
        >
          <InlineFailure failure={failure} />
        </Strip>
      )}
      {listed < total && (
        <Strip>
          {t(
            'Listed are the first {listed, number} of {total, number} changes; a review covers all of them.',
            { listed, total },
          )}
        </Strip>
      )}
      {hidden > 0 && (
        <Strip>
          {t('{hidden, number} more do not match the filters.', { hidden })}{' '}
          <LinkButton onClick={onClearFilters}>{t('Show all')}</LinkButton>
        </Strip>
      )}
    </>
  );
}
