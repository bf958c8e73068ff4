import type { Store } from '@main/store/store';
import type { ChangeSetId } from '@shared/domain/ids';
import { type Intent, type IntentDraft, openStates } from '@shared/domain/intent';
import { jsonEqual } from '@shared/domain/json';
import { actionWithoutSecrets } from '@shared/domain/records/secrets';
import { z } from 'zod';
import { resolveDrafts } from '../staging/resolve-drafts';
import { readKeptFile, signedIdsKey } from './kept-file';
import { asJson } from './read-signed-file';
import type { SignedFile } from './signed-file';
import { signedSteps } from './signed-steps';
import { digestOf } from './signing-key';

/** Key of the service that only approved changes may reach, by its base URL; absent while no approval is asked for. */
const requiredKey = 'four-eyes/required-for';

export async function isApprovalRequired(store: Store): Promise<boolean> {
  return (await store.meta(requiredKey)) !== null;
}

/** @param service base URL of the API: an approval counts for the service that it was signed for. */
export function requireApproval(store: Store, service: string, on: boolean): Promise<void> {
  return store.write({ meta: { [requiredKey]: on ? service : null } });
}

/**
 * Ids of the intents that no colleague has approved as they stand; null while the workspace asks for no approval.
 *
 * Approved is what an approved file holds: the same change on the same base, in the set that was signed, as often as it was
 * signed. What of it has been applied counts, so that an approval is not used twice.
 */
export async function readUnapproved(
  store: Store,
  intents: readonly Intent[],
): Promise<ReadonlySet<string> | null> {
  const service = await store.meta(requiredKey);
  if (service === null) return null;
  const unapproved = new Set<string>(intents.map(({ id }) => id));
  for (const id of new Set(intents.map(({ changeSetId }) => changeSetId))) {
    const file = await readKeptFile(store, id);
    if (file === null || file.manifest.service !== service || !isApproved(file)) continue;
    for (const covered of await coveredBy(store, file, id)) unapproved.delete(covered);
  }
  return unapproved;
}

/** Somebody approved it and nobody refused it. No verdict is the author's: a file with such a one is never kept. */
function isApproved({ verdicts }: SignedFile): boolean {
  return verdicts.length > 0 && verdicts.every(({ decision }) => decision === 'approved');
}

async function coveredBy(
  store: Store,
  { manifest, steps }: SignedFile,
  changeSetId: ChangeSetId,
): Promise<readonly string[]> {
  const left = new Map<string, number>();
  const signed = await resolveDrafts(
    store,
    steps.map(({ draft }) => draft),
  );
  for (const digest of signed.map(draftDigest)) left.set(digest, (left.get(digest) ?? 0) + 1);
  const signedIds = await store.meta(signedIdsKey(digestOf(manifest)));
  const signedHere = new Set(z.array(z.string()).safeParse(signedIds).data);
  const applied = await store.intents({ states: ['applied'], changeSetId });
  const open = await store.intents({ states: openStates, changeSetId });
  return [...applied, ...open].flatMap((intent) => {
    const digest = signedSteps([intent]).map(({ draft }) => draftDigest(draft))[0] ?? '';
    const count = left.get(digest) ?? 0;
    if (count === 0 || (hidesSecret(intent) && !signedHere.has(intent.id))) return [];
    left.set(digest, count - 1);
    return [intent.id];
  });
}

/** The file tells nothing of a secret, so that one set since would look like the one that was signed. */
const hidesSecret = ({ entity, action }: Intent): boolean =>
  !jsonEqual(asJson(action), asJson(actionWithoutSecrets(entity, action)));

const draftDigest = (draft: IntentDraft): string => digestOf(asJson(draft));
