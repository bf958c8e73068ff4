import { type LeftOut, listed, unlistedNames } from '@renderer/state/left-out';
import { countOf } from '@renderer/ui/format/count-of';
import { formatClock } from '@renderer/ui/format/format-time';
import { describeFreshness, type FreshnessText } from '@renderer/ui/marks/describe-freshness';
import type { Freshness } from '@shared/contract/status';
import { entityWords } from '@shared/domain/entity';
import { t } from '@shared/language/t';

export interface FreshnessLines {
  readonly tone: FreshnessText['tone'];
  readonly title: string;
  readonly text: string;
  /** What to do, or what happens by itself; '' when nothing. */
  readonly next: string;
}

/** The pill's words as a paragraph: how fresh, since when not, what was kept, what comes next. Pure. */
export function freshnessLines(
  freshness: Freshness,
  now: number,
  leftOuts: readonly LeftOut[],
): FreshnessLines {
  const { tone, short, long } = describeFreshness(freshness, now);
  switch (freshness.kind) {
    case 'never':
      return { tone, title: short, text: long, next: t('Sync now to make the first copy.') };
    case 'syncing':
      return {
        tone,
        title: freshness.asOf === 0 ? t('First sync') : t('Syncing'),
        text: t('{long} Everything copied so far can be read and edited.', { long }),
        next: '',
      };
    case 'synced':
      return {
        tone,
        title: short,
        text: sameAsService(leftOuts),
        next: t('Sync looks again by itself every few minutes.'),
      };
    case 'paused':
      return { tone, title: short, text: long, next: t('It goes on exactly there when you resume.') };
    case 'offline':
      return {
        tone,
        title:
          freshness.by === 'choice'
            ? t('{short} since {since}', { short, since: formatClock(freshness.since, now) })
            : short,
        text: t('{long} You can search, edit and stage; nothing is sent.', { long }),
        next:
          freshness.by === 'choice'
            ? t('Go online when you want to sync and send.')
            : [
                freshness.failure?.next,
                t('The service is tried again by itself, less and less often; or try now.'),
              ]
                .filter(Boolean)
                .join(' '),
      };
    case 'key-refused':
      return {
        tone,
        title: t('Key refused since {since}', { since: formatClock(freshness.since, now) }),
        text: t('{long} Your copy and everything staged are kept.', { long }),
        next: t('Replace the API key, then sync again.'),
      };
    case 'failed':
      return {
        tone,
        title: t('{short} at {since}', { short, since: formatClock(freshness.since, now) }),
        text: long,
        next: freshness.failure.next,
      };
  }
}

/** How whole the copy is: what it lacks, if anything. */
function sameAsService(leftOuts: readonly LeftOut[]): string {
  const names = unlistedNames(leftOuts);
  const lists =
    names.length === 0
      ? null
      : t('{names}, which the service does not list in full', { names: listed(names) });
  const odd = leftOuts
    .filter(({ unreadCount }) => unreadCount > 0)
    .map(({ entity, unreadCount }) => countOf(unreadCount, entityWords[entity]));
  const records = odd.length === 0 ? null : t('{records} that cannot be read', { records: listed(odd) });
  const lacks = lists && records ? t('{lists}, and for {records}', { lists, records }) : (lists ?? records);
  return lacks === null
    ? t('Your copy was the same as the service at that time.')
    : t('Your copy was the same as the service at that time, but for {lacks}.', { lacks });
}
