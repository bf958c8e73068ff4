import { seqAt } from '@main/audit/seq-at';
import type { ToldEntry } from '@shared/contract/history';
import type { DecodedInputOf } from '@shared/contract/operations';
import type { EngineParts } from './engine-parts';
import { toldEntries } from './told-entries';

/** A page of history, newest first; times are turned into places of the chain. */
export async function historyPage(
  { audit, store, fourEyes }: Pick<EngineParts, 'audit' | 'store' | 'fourEyes'>,
  asked: DecodedInputOf<'history'>,
): Promise<ToldEntry[]> {
  const { about, from, to, beforeSeq = Number.POSITIVE_INFINITY, ...query } = asked;
  const end = Math.min(beforeSeq, to === undefined ? beforeSeq : (await seqAt(store, to)) + 1);
  const page = await store.history({
    ...query,
    ...(about && { about: await audit.about(about) }),
    ...(Number.isFinite(end) && { beforeSeq: end }),
    ...(from !== undefined && { afterSeq: await seqAt(store, from - 1) }),
  });
  return toldEntries({ store, fourEyes }, page);
}
