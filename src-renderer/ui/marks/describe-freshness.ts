import { assertNever } from '@shared/assert-never';
import type { Freshness } from '@shared/contract/status';
import { type NetworkTrouble, troubleOf } from '@shared/domain/network-trouble';
import { t } from '@shared/language/t';
import { capitalized } from '../format/capitalized';
import { formatClock } from '../format/format-time';

export interface FreshnessText {
  /** `fresh` green, `moving` accent, `held` grey, `bad` red: beside a word, never alone. */
  readonly tone: 'fresh' | 'moving' | 'held' | 'bad';
  /** On the pill. */
  readonly short: string;
  /** Under it, or on hover. */
  readonly long: string;
}

/** How fresh the copy is, in words. */
export function describeFreshness(freshness: Freshness, now: number): FreshnessText {
  const asOf =
    freshness.asOf === 0
      ? t('no complete sync yet')
      : t('data as of {asOf}', { asOf: formatClock(freshness.asOf, now) });
  switch (freshness.kind) {
    case 'never':
      return {
        tone: 'held',
        short: t('Not synced yet'),
        long: t('Nothing was copied from the service yet.'),
      };
    case 'syncing':
      return {
        tone: 'moving',
        short: t('Syncing {done}', { done: percent(freshness.fraction) }),
        long: sentence(asOf),
      };
    case 'synced':
      return {
        tone: 'fresh',
        short: t('Synced {asOf}', { asOf: formatClock(freshness.asOf, now) }),
        long: sentence(asOf),
      };
    case 'paused':
      return {
        tone: 'held',
        short: t('Paused at {done}', { done: percent(freshness.fraction) }),
        long: sentence(asOf),
      };
    case 'offline':
      return {
        tone: 'held',
        short: freshness.by === 'choice' ? t('Working offline') : offlineSince(freshness, now),
        long: freshness.failure ? `${freshness.failure.message} ${sentence(asOf)}` : sentence(asOf),
      };
    case 'key-refused':
      return {
        tone: 'bad',
        short: t('Key refused'),
        long: t('The service refused the API key; {asOf}.', { asOf }),
      };
    case 'failed':
      return {
        tone: 'bad',
        short: failedWord(freshness),
        long: `${freshness.failure.message} ${sentence(asOf)}`,
      };
    default:
      return assertNever(freshness);
  }
}

/** Who stands in between, in the room that a pill has. */
const troubleWords: Readonly<Record<NetworkTrouble, string>> = {
  certificate: t('certificate'),
  redirected: t('redirected'),
  'proxy-login': t('proxy login'),
  'not-the-service': t('blocked'),
};

function offlineSince(offline: Extract<Freshness, { kind: 'offline' }>, now: number): string {
  const since = formatClock(offline.since, now);
  const trouble = troubleOf(offline.failure?.code ?? '');
  return trouble === null
    ? t('Offline since {since}', { since })
    : t('Offline since {since}: {reason}', { since, reason: troubleWords[trouble] });
}

function failedWord({ failure }: Extract<Freshness, { kind: 'failed' }>): string {
  if (failure.code === 'incomplete') return t('Copy incomplete');
  return failure.code === 'other-instance' ? t('Another instance') : t('Sync failed');
}

const percent = (fraction: number): string => `${Math.floor(fraction * 100)} %`;
const sentence = (text: string): string => `${capitalized(text)}.`;
