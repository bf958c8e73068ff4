import { formatClock, formatDay } from '@renderer/ui/format/format-time';
import { useNow } from '@renderer/ui/marks/use-now';
import type { SnapshotFacts } from '@shared/contract/snapshot';
import { t } from '@shared/language/t';
import { Camera } from 'lucide-react';
import { FrameStrip } from './frame-strip';

/** On every screen of a snapshot: of what it is, as of when, and until when it opens. `asOf`: ms since 1970, 0 when not known. */
export function SnapshotNotice({ facts, asOf }: { readonly facts: SnapshotFacts; readonly asOf: number }) {
  const now = useNow(60_000);
  const { organization, expiresAt } = facts;
  const what =
    organization === null
      ? t('Snapshot, read only.')
      : t('Snapshot of {name} alone, read only.', { name: organization.name });
  return (
    <FrameStrip tone="held" icon={<Camera size={14} aria-hidden />}>
      <strong>{what}</strong>{' '}
      {asOf === 0
        ? t('It was made before a sync was complete.')
        : t('Data as of {asOf}.', { asOf: formatClock(asOf, now) })}{' '}
      {expiresAt !== 0 && t('It opens until {day}.', { day: formatDay(expiresAt) })}
    </FrameStrip>
  );
}
