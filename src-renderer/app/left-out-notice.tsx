import { type LeftOut, listed, unlistedNames } from '@renderer/state/left-out';
import { useLeftOuts } from '@renderer/state/left-out-context';
import { useStatus } from '@renderer/state/status-context';
import { plural } from '@renderer/ui/format/plural';
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
          {listed(odd.map(({ entity, unreadCount }) => counted(entity, unreadCount)))} cannot be read; what
          was known of {odd.length === 1 && odd[0]?.unreadCount === 1 ? 'it' : 'them'} before stays.
        </FrameStrip>
      )}
    </>
  );
}

const counted = (entity: EntityName, count: number): string =>
  plural(count, entityWords[entity].one, entityWords[entity].many);

/** One list in its failure's own words; several by their names. */
function unlistedText(unlisted: readonly LeftOut[]): string {
  const [first] = unlisted;
  if (unlisted.length === 1 && first?.failure) return `${first.failure.message} ${first.failure.next}`;
  return t('The service does not list {unlisted}. What was copied before is kept.', {
    unlisted: listed(unlistedNames(unlisted)),
  });
}
