import { digestOf, isSignedBy, type SigningKey } from '@main/reconcile/four-eyes/signing-key';
import type { DecisionChain, DecisionEntry } from '@shared/domain/reviews/review';
import { t } from '@shared/language/t';

/** What is decided next; its place in the chain follows. */
export type NewDecision = Omit<DecisionEntry, 'previous' | 'hash'>;

/** Hash of an entry: it belongs to one campaign, and comes behind one other. */
export const entryHash = (campaign: string, { hash: _, ...entry }: DecisionEntry): string =>
  digestOf({ campaign, ...entry });

const end = (campaign: string, { entries, publicKey }: Pick<DecisionChain, 'entries' | 'publicKey'>) => ({
  campaign,
  publicKey,
  head: headOf(entries),
  count: entries.length,
});

export const headOf = (entries: readonly DecisionEntry[]): string => entries.at(-1)?.hash ?? '';

/** A chain with more decisions at its end, signed anew. @param campaign hash of the campaign */
export function chainOn(
  campaign: string,
  key: SigningKey,
  before: readonly DecisionEntry[],
  decisions: readonly NewDecision[],
): DecisionChain {
  const entries = [...before];
  for (const decision of decisions) {
    const unsealed = { ...decision, previous: headOf(entries), hash: '' };
    entries.push({ ...unsealed, hash: entryHash(campaign, unsealed) });
  }
  const chain = { publicKey: key.publicKey, entries };
  return { ...chain, signature: key.sign(end(campaign, chain)) };
}

/** What of a chain is not as it was made, as a sentence; null where all fits. */
export function chainFault(
  campaign: string,
  chain: DecisionChain,
  nameOf: (item: string) => string | undefined,
): string | null {
  let previous = '';
  for (const entry of chain.entries) {
    const name = nameOf(entry.item);
    const whose = t('The decision of {by} about {name}', { by: entry.by, name: name ?? entry.item });
    if (entry.hash !== entryHash(campaign, entry))
      return t('{whose} was changed after it was made.', { whose });
    if (entry.previous !== previous)
      return t('{whose} does not follow the one before it: something was taken out or moved.', { whose });
    if (name === undefined) return t('{whose} is about nothing that was reviewed.', { whose });
    previous = entry.hash;
  }
  const by = chain.entries.at(-1)?.by ?? t('a reviewer');
  return isSignedBy(chain.publicKey, end(campaign, chain), chain.signature)
    ? null
    : t('The signature of {by} does not fit: decisions were added or cut off after it was made.', { by });
}

/** A chain as it was when it ended with a hash: nothing where it had not begun. */
export function cutAt(entries: readonly DecisionEntry[], head: string | undefined): readonly DecisionEntry[] {
  return entries.slice(0, entries.findIndex(({ hash }) => hash === head) + 1);
}
