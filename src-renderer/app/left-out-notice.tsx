import { type LeftOut, listed, unlistedNames } from '@renderer/state/left-out';
import { useLeftOuts } from '@renderer/state/left-out-context';
import { useStatus } from '@renderer/state/status-context';
import { countOf } from '@renderer/ui/format/count-of';
import { type EntityName, entityWords } from '@shared/domain/entity';
import { t } from '@shared/language/t';
import { FileQuestionMark, ListX } from 'lucide-react';
import { FrameStrip } from './frame-strip';

const leadsTo = { screen: 'sync', label: t('Show sync') } as const;

/** What the copy lacks of what this screen shows: lists that were not read, records that could not be. */
export function LeftOutNotice({ shows }: { readonly shows: readonly EntityName[] }) {
  const leftOuts = useLeftOuts();
  const freshness = useStatus()?.freshness;
  // The strip above says it already.
  const said = freshness?.kind === 'failed' ? freshness.failure.message : undefined;
  const concerned = shows.flatMap((entity) => leftOuts.get(entity) ?? []);
  const unlisted = concerned.filter(({ failure }) => failure !== null && failure.message !== said);
  const odd = concerned.filter(({ unreadCount }) => unreadCount > 0);
  return (
    <>
      {unlisted.length > 0 && (
        <FrameStrip tone="held" icon={<ListX size={14} aria-hidden />} leadsTo={leadsTo}>
          {unlistedText(unlisted)}
        </FrameStrip>
      )}
      {odd.length > 0 && (
        <FrameStrip tone="held" icon={<FileQuestionMark size={14} aria-hidden />} leadsTo={leadsTo}>
          {t(
            '{records} cannot be read; what was known of {count, plural, one {it before stays} other {them before stays}}.',
            {
              records: listed(
                odd.map(({ entity, unreadCount }) => countOf(unreadCount, entityWords[entity])),
              ),
              count: odd.reduce((sum, { unreadCount }) => sum + unreadCount, 0),
            },
          )}
        </FrameStrip>
      )}
    </>
  );
}

/** One list in its failure's own words; several by their names. */
function unlistedText(unlisted: readonly LeftOut[]): string {
  const [first] = unlisted;
  if (unlisted.length === 1 && first?.failure) return `${first.failure.message} ${first.failure.next}`;
  return t('The service does not list {unlisted}. What was copied before is kept.', {
    unlisted: listed(unlistedNames(unlisted)),
  });
}
