import { failure, type Result, success } from '@shared/contract/failure';
import { t } from '@shared/language/t';
import type { BuildFacts } from '../build-facts';
import type { Feed } from './feed';
import { feedName } from './feed';
import { fetchFeed, isFeedUrl } from './fetch-feed';
import { type Here, judgeFeed, type Verdict } from './judge-feed';
import { publicKeyOf, verifyFeed } from './verify-feed';

/** A feed that was believed, and what it means here. */
export interface Checked {
  readonly feed: Feed;
  readonly verdict: Verdict;
}

/** Asks an update server for the feed of this system: fetched, then believed by its signature, then judged. */
export async function checkFeed(
  ask: typeof fetch,
  { feed, keys }: BuildFacts,
  here: Here,
): Promise<Result<Checked>> {
  if (!isFeedUrl(feed))
    return wrong(
      t('{feed} is no address of an update server.', { feed }),
      t('Give one that begins with https:.'),
    );
  const read = keys.map(publicKeyOf).filter((key) => key !== null);
  if (read.length < keys.length || read.length === 0)
    return wrong(t('A public key is needed.'), t('Give an Ed25519 key as SPKI in base64.'));
  const fetched = await fetchFeed(ask, feed, feedName(process));
  if (!fetched.ok) return fetched;
  const believed = verifyFeed(fetched.value, read);
  if (!believed.ok) return believed;
  const verdict = judgeFeed(believed.value, here);
  return verdict.ok ? success({ feed: believed.value, verdict: verdict.value }) : verdict;
}

function wrong(message: string, next: string): Result<never> {
  return failure('invalid-input', t('{message} Nobody was asked.', { message }), next);
}
