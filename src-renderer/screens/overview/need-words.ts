import { dayWords } from '@renderer/ui/format/day';
import { assertNever } from '@shared/assert-never';
import { type Need, overdue, soonDays, untried } from '@shared/contract/overview';
import { t } from '@shared/language/t';
import type { Place } from './overview-places';

interface NeedWords {
  /** How many of what. */
  readonly text: string;
  /** What is to be known of it; '' for nothing. */
  readonly note: string;
  /** Where its rows are; `overview` is here, and only its parameters change. */
  readonly place: Pick<Place, 'screen'> & Partial<Place>;
}

/** What a need says, and where it leads. */
export function needWords({ kind, gravity, count, name, of, at }: Need): NeedWords {
  const changes = (text: string, note: string): NeedWords => ({ text, note, place: { screen: 'changes' } });
  switch (kind) {
    case 'key-refused':
      return {
        text: t('The service refuses the API key'),
        note: t('give another'),
        place: { screen: 'sync' },
      };
    case 'unknown':
      return changes(
        t('{count, plural, one {# change} other {# changes}} without an answer', { count }),
        t('looked up before anything is sent again'),
      );
    case 'refused':
      return changes(
        t('{count, plural, one {# change} other {# changes}} refused', { count }),
        t('by the service'),
      );
    case 'conflict':
      return changes(
        t('{count, plural, one {# change} other {# changes}} in conflict', { count }),
        t('changed on the service since'),
      );
    case 'staged':
      return changes(
        t('{count, plural, one {# change} other {# changes}} waiting', { count }),
        t('staged, not sent'),
      );
    case 'findings':
      return {
        text: findingWords[gravity](count),
        note: name,
        place: { screen: 'findings' },
      };
    case 'assertion':
      return {
        text: name,
        note: of === untried ? t('cannot be tried') : t('{count, number} against it', { count }),
        place: { screen: 'access', params: { tab: 'assertions' } },
      };
    case 'unlisted':
      return {
        text: t('{count, plural, one {# list} other {# lists}} not copied', { count }),
        note: name,
        place: { screen: 'sync' },
      };
    case 'unread':
      return {
        text: t('{count, plural, one {# record} other {# records}} not readable', { count }),
        note: name,
        place: { screen: 'sync' },
      };
    case 'stale':
      return {
        text: t('The copy is {count, plural, one {# day} other {# days}} old', { count }),
        note: t('sync again'),
        place: { screen: 'sync' },
      };
    case 'full':
      return {
        text: t('{count, plural, one {# organization} other {# organizations}} full', { count }),
        note: t('nobody new gets in'),
        place: seats('full'),
      };
    case 'near':
      return {
        text: t('{count, plural, one {# organization} other {# organizations}} nearly full', { count }),
        note: '',
        place: seats('near'),
      };
    case 'drift':
      return {
        text: t('{count, plural, one {# application} other {# applications}} drifting', { count }),
        note: t('other than their baseline'),
        place: { screen: 'baseline', params: { verdict: 'drift' } },
      };
    case 'domains':
      return {
        text: t('{count, plural, one {# domain to finish} other {# domains to finish}}', { count }),
        note: t('DNS not set up, or in part'),
        place: { screen: 'applications', params: { dns: 'unfinished' } },
      };
    case 'review':
      return {
        text:
          of === overdue
            ? t('{count, plural, one {# access review} other {# access reviews}} overdue', { count })
            : t('{count, plural, one {# access review} other {# access reviews}} open', { count }),
        note: at === 0 ? name : t('{name}, due {at}', { name, at: dayWords(at) }),
        place: { screen: 'reviews', params: {} },
      };
    case 'ending':
      return {
        text: t('{count, plural, one {# ends} other {# end}} within {soonDays, number} days', {
          count,
          soonDays,
        }),
        note: name,
        place: { screen: 'overview', params: { ends: of } },
      };
    default:
      return assertNever(kind);
  }
}

const findingWords = {
  critical: (count: number) =>
    t('{count, plural, one {# critical finding} other {# critical findings}}', { count }),
  warning: (count: number) => t('{count, plural, one {# finding} other {# findings}} (warning)', { count }),
  advice: (count: number) => t('{count, plural, one {# finding} other {# findings}} (advice)', { count }),
} as const;

const seats = (level: string): NeedWords['place'] => ({ screen: 'organizations', params: { seats: level } });
