import { assertNever } from '@shared/assert-never';
import type { Freshness } from '@shared/contract/status';
import { type NetworkTrouble, troubleOf } from '@shared/domain/network-trouble';
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
    freshness.asOf === 0 ? 'no complete sync yet' : `data as of ${formatClock(freshness.asOf, now)}`;
  switch (freshness.kind) {
    case 'never':
      return { tone: 'held', short: 'Not synced yet', long: 'Nothing was copied from the service yet.' };
    case 'syncing':
      return { tone: 'moving', short: `Syncing ${percent(freshness.fraction)}`, long: sentence(asOf) };
    case 'synced':
      return { tone: 'fresh', short: `Synced ${formatClock(freshness.asOf, now)}`, long: sentence(asOf) };
    case 'paused':
      return { tone: 'held', short: `Paused at ${percent(freshness.fraction)}`, long: sentence(asOf) };
    case 'offline':
      return {
        tone: 'held',
        short:
          freshness.by === 'choice'
            ? 'Working offline'
            : `Offline since ${formatClock(freshness.since, now)}${reasonOf(freshness)}`,
        long: freshness.failure ? `${freshness.failure.message} ${sentence(asOf)}` : sentence(asOf),
      };
    case 'key-refused':
      return { tone: 'bad', short: 'Key refused', long: `The service refused the API key; ${asOf}.` };
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
  certificate: 'certificate',
  redirected: 'redirected',
  'proxy-login': 'proxy login',
  'not-the-service': 'blocked',
};

function reasonOf({ failure }: Extract<Freshness, { kind: 'offline' }>): string {
  const trouble = troubleOf(failure?.code ?? '');
  return trouble === null ? '' : `: ${troubleWords[trouble]}`;
}

function failedWord({ failure }: Extract<Freshness, { kind: 'failed' }>): string {
  if (failure.code === 'incomplete') return 'Copy incomplete';
  return failure.code === 'other-instance' ? 'Another instance' : 'Sync failed';
}

const percent = (fraction: number): string => `${Math.floor(fraction * 100)} %`;
const sentence = (text: string): string => `${capitalized(text)}.`;
