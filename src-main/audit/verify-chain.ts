import { chainEndKey, historyHash } from '@main/store/history-chain';
import type { Store } from '@main/store/store';
import type { ChainReport } from '@shared/contract/history';
import type { HistoryEntry } from '@shared/domain/history-entry';
import { t } from '@shared/language/t';
import { z } from 'zod';
import { lastSeq } from './seq-at';
import { walkHistory } from './walk-history';

const ChainEnd = z.object({ seq: z.number(), hash: z.string() });

/** Walks the chain from its end to its beginning and names the first entry that does not fit. */
export async function verifyChain(store: Store): Promise<ChainReport> {
  const upTo = await lastSeq(store);
  const kept = ChainEnd.safeParse(await store.meta(chainEndKey));
  let expected = kept.success ? kept.data : { seq: upTo, hash: null };
  let checked = 0;
  let newer: HistoryEntry | null = null;
  for await (const entry of walkHistory(store, {}, { after: 0, upTo })) {
    if (entry.seq !== expected.seq) return { checked, fault: missing(expected.seq, newer) };
    const { hash, ...rest } = entry;
    if (historyHash(rest) !== hash || (expected.hash !== null && expected.hash !== hash))
      return { checked, fault: changed(entry) };
    checked += 1;
    expected = { seq: entry.seq - 1, hash: entry.previousHash };
    newer = entry;
  }
  return { checked, fault: expected.seq > 0 ? missing(expected.seq, newer) : null };
}

function changed({ seq, at, label }: HistoryEntry): ChainReport['fault'] {
  return {
    kind: 'changed',
    seq,
    at,
    label,
    message: t('Entry {seq, number} ({label}) was changed after it was written.', { seq, label }),
  };
}

function missing(seq: number, newer: HistoryEntry | null): ChainReport['fault'] {
  const where =
    newer === null
      ? t('at the end')
      : t('before entry {seq, number} ({label})', { seq: newer.seq, label: newer.label });
  return {
    kind: 'missing',
    seq,
    at: newer?.at ?? 0,
    label: newer?.label ?? '',
    message: t('Entry {seq, number} is missing {where}.', { seq, where }),
  };
}
