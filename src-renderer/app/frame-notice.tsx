import { TroubleActions } from '@renderer/screens/sync/trouble-actions';
import { useStatus } from '@renderer/state/status-context';
import { useRoute } from '@renderer/state/use-route';
import { useWorkspace } from '@renderer/state/use-session';
import { formatClock } from '@renderer/ui/format/format-time';
import { useNow } from '@renderer/ui/marks/use-now';
import { t } from '@shared/language/t';
import { CloudOff, KeyRound, RotateCw, TriangleAlert } from 'lucide-react';
import { FrameStrip } from './frame-strip';
import { SnapshotNotice } from './snapshot-notice';

/** The strip under the header: only while something keeps the app from the service or from its engine. */
export function FrameNotice({ restarting }: { readonly restarting: boolean }) {
  const now = useNow(30_000);
  const freshness = useStatus()?.freshness;
  const screen = useRoute(({ route }) => route.screen);
  const snapshot = useWorkspace()?.snapshot;
  if (restarting) {
    return (
      <FrameStrip tone="held" icon={<RotateCw size={14} aria-hidden />}>
        {t(
          'The engine stopped and is being started again. Everything staged is kept; edits are possible again in a moment.',
        )}
      </FrameStrip>
    );
  }
  if (snapshot !== undefined) return <SnapshotNotice facts={snapshot} asOf={freshness?.asOf ?? 0} />;
  // The head of the Sync screen says the same, and more.
  if (screen === 'sync') return null;
  if (freshness?.kind === 'offline') {
    const reason =
      freshness.by === 'choice' ? t('Working offline by choice') : t('The service cannot be reached');
    const asOf =
      freshness.asOf === 0
        ? t('the first sync is not complete')
        : t('data as of {asOf}', { asOf: formatClock(freshness.asOf, now) });
    return (
      <FrameStrip
        tone="held"
        icon={<CloudOff size={14} aria-hidden />}
        leadsTo={freshness.failure && { screen: 'sync', label: t('Show sync') }}
        action={freshness.failure && <TroubleActions code={freshness.failure.code} />}
      >
        {freshness.failure
          ? t('{message} {next} Until then: {asOf}.', {
              message: freshness.failure.message,
              next: freshness.failure.next,
              asOf,
            })
          : t('{reason}: {asOf}.', { reason, asOf })}{' '}
        {t('You can search, edit and stage; nothing is sent until you are back.')}
      </FrameStrip>
    );
  }
  if (freshness?.kind === 'key-refused') {
    return (
      <FrameStrip
        tone="bad"
        icon={<KeyRound size={14} aria-hidden />}
        leadsTo={{ screen: 'settings', label: t('Replace the key') }}
      >
        {t('The service refuses the API key. Your copy and everything staged are kept.')}
      </FrameStrip>
    );
  }
  if (freshness?.kind === 'failed') {
    return (
      <FrameStrip
        tone="bad"
        icon={<TriangleAlert size={14} aria-hidden />}
        leadsTo={{ screen: 'sync', label: t('Show sync') }}
      >
        {freshness.failure.message} {freshness.failure.next}
      </FrameStrip>
    );
  }
  return null;
}
