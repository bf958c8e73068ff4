import type { AccessView } from '@main/access/access-view';
import type { Access, Gap } from '@main/access/create-access';
import { missingName } from '@main/access/missing-name';
import { digestOf, type SigningKey } from '@main/reconcile/four-eyes/signing-key';
import type { Store } from '@main/store/store';
import { failure, type Result } from '@shared/contract/failure';
import type { DecodedInputOf } from '@shared/contract/operations';
import type { ReviewSummary } from '@shared/contract/reviews';
import { type Campaign, ReviewId, ReviewScope } from '@shared/domain/reviews/review';
import { t } from '@shared/language/t';
import { freezeItems, mostItems } from './freeze-items';
import { newReviewMeta, readPartOf } from './kept-reviews';
import { makerKeyMeta } from './maker-key';

export interface CreatingParts {
  readonly store: Store;
  readonly access: Pick<Access, 'view' | 'gap'>;
  readonly key: SigningKey;
  /** Base URL of the service's API. */
  readonly service: string;
  /** ms */
  readonly now: () => number;
  readonly newId: () => string;
  /** End of the last complete sweep, ms. */
  readonly asOf: () => number;
}

/** Freezes a scope, signs it and keeps it. Expected failures: `not-found` (no copy yet, no such name, nobody in the scope), `limit`. */
export async function createReview(
  { store, access, key, service, now, newId, asOf }: CreatingParts,
  asked: DecodedInputOf<'createReview'>,
  summarised: (id: ReviewId) => Promise<Result<ReviewSummary>>,
): Promise<Result<ReviewSummary>> {
  const begun = asked.partOf && (await readPartOf(store, asked.partOf.id));
  if (begun) return summarised(begun);
  const view = await access.view({ kind: 'now' });
  if (!view.ok) return view;
  const lacking = await access.gap({ kind: 'now' });
  if (lacking?.kind === 'refused')
    return failure(
      'incomplete',
      t('Who is in this scope now is not known. {why} Nothing was made.', { why: lacking.why }),
      lacking.next,
    );
  const at = now();
  // Hashed is what a file can hold: nothing that is left out.
  const scope = ReviewScope.parse(JSON.parse(JSON.stringify(asked.scope)));
  const missing = await missingName([view.value], scope);
  if (missing !== null)
    return failure(
      'not-found',
      t('There is no {what}. Nothing was made.', { what: missing.what }),
      missing.next,
    );
  if (scope.roleKey !== undefined && !(await view.value.catalog()).grants.has(scope.roleKey))
    return failure(
      'not-found',
      t('There is no role "{roleKey}". Nothing was made.', { roleKey: scope.roleKey }),
      t('List roles for their keys.'),
    );
  const items = await freezeItems(store, view.value, scope, at);
  if (items.length === 0)
    return failure(
      'not-found',
      t('Nobody is in this scope: there is nothing to review.'),
      t('Choose another scope.'),
    );
  if (items.length > mostItems)
    return failure(
      'limit',
      t('More than {mostItems, number} memberships are in this scope. Nothing was made.', { mostItems }),
      t('Narrow it, say to an organization or to the roles that matter, and make several reviews.'),
    );
  const { name, reviewers, dueAt, note, ownAccess, partOf, by } = asked;
  const campaign: Campaign = {
    format: 'tenantry-review/1',
    id: ReviewId.parse(`rev_${newId()}`),
    name,
    scope,
    scopeText: await scopeText(view.value, scope, lacking),
    reviewers,
    dueAt,
    note,
    ...(ownAccess && { ownAccess }),
    ...(partOf && { partOf }),
    by,
    createdAt: at,
    asOf: asOf(),
    service,
    publicKey: key.publicKey,
    items: items.map((item) => digestOf(item)),
  };
  const signature = key.sign({ ...campaign });
  await store.write(async () => ({
    meta: {
      ...(await newReviewMeta(store, { campaign, signature, mine: true }, items)),
      ...makerKeyMeta(campaign.id, key),
    },
  }));
  return summarised(campaign.id);
}

/** A scope in words, with the names of that moment, and with what could not be read of it. */
async function scopeText(
  view: AccessView,
  { organizationId, roleKey, permissionKey, where }: ReviewScope,
  lacking: Gap | null,
): Promise<string> {
  const { grants, defined } = await view.catalog();
  const place = organizationId && (await view.places([organizationId])).get(organizationId)?.name;
  const told = [
    roleKey && t('Role {name}', { name: grants.get(roleKey)?.name ?? roleKey }),
    permissionKey && t('Permission {name}', { name: defined.get(permissionKey)?.name ?? permissionKey }),
    place && t('Organization {place}', { place }),
    where,
    lacking?.why,
  ];
  return told.filter((one) => one !== undefined && one !== '').join(' · ');
}
