import { go, setParams } from '@renderer/state/use-route';
import { dayWords } from '@renderer/ui/format/day';
import { formatCount } from '@renderer/ui/format/format-count';
import { plural } from '@renderer/ui/format/plural';
import { assertNever } from '@shared/assert-never';
import { type Need, overdue, soonDays, untried } from '@shared/contract/overview';

interface NeedWords {
  /** How many of what. */
  readonly text: string;
  /** What is to be known of it; '' for nothing. */
  readonly note: string;
  /** Where its rows are. */
  readonly open: () => void;
}

/** What a need says, and where it leads. */
export function needWords({ kind, gravity, count, name, of, at }: Need): NeedWords {
  const changes = (what: string, note: string): NeedWords => ({
    text: `${plural(count, 'change')} ${what}`,
    note,
    open: () => go('changes'),
  });
  switch (kind) {
    case 'key-refused':
      return { text: 'The service refuses the API key', note: 'give another', open: () => go('sync') };
    case 'unknown':
      return changes('without an answer', 'looked up before anything is sent again');
    case 'refused':
      return changes('refused', 'by the service');
    case 'conflict':
      return changes('in conflict', 'changed on the service since');
    case 'staged':
      return changes('waiting', 'staged, not sent');
    case 'findings':
      return {
        text: findingWords[gravity](count),
        note: name,
        open: () => go('findings'),
      };
    case 'assertion':
      return {
        text: name,
        note: of === untried ? 'cannot be tried' : `${formatCount(count)} against it`,
        open: () => go('access', { params: { tab: 'assertions' } }),
      };
    case 'unlisted':
      return { text: `${plural(count, 'list')} not copied`, note: name, open: () => go('sync') };
    case 'unread':
      return { text: `${plural(count, 'record')} not readable`, note: name, open: () => go('sync') };
    case 'stale':
      return { text: `The copy is ${plural(count, 'day')} old`, note: 'sync again', open: () => go('sync') };
    case 'full':
      return {
        text: `${plural(count, 'organization')} full`,
        note: 'nobody new gets in',
        open: seats('full'),
      };
    case 'near':
      return { text: `${plural(count, 'organization')} nearly full`, note: '', open: seats('near') };
    case 'drift':
      return {
        text: `${plural(count, 'application')} drifting`,
        note: 'other than their baseline',
        open: () => go('baseline'),
      };
    case 'domains':
      return {
        text: plural(count, 'domain to finish', 'domains to finish'),
        note: 'DNS not set up, or in part',
        open: () => go('applications', { params: { dns: 'unfinished' } }),
      };
    case 'review':
      return {
        text: `${plural(count, 'access review')} ${of === overdue ? 'overdue' : 'open'}`,
        note: at === 0 ? name : `${name}, due ${dayWords(at)}`,
        open: () => go('reviews', { params: {} }),
      };
    case 'ending':
      return {
        text: `${plural(count, 'ends', 'end')} within ${soonDays} days`,
        note: name,
        open: () => setParams({ ends: of }),
      };
    default:
      return assertNever(kind);
  }
}

const findingWords = {
  critical: (count: number) => plural(count, 'critical finding'),
  warning: (count: number) => `${plural(count, 'finding')} (warning)`,
  advice: (count: number) => `${plural(count, 'finding')} (advice)`,
} as const;

const seats = (level: string) => () => go('organizations', { params: { seats: level } });
