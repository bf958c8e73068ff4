import { t } from '../../language/t';
import { slugsOn } from '../capabilities';
import type { Intent, IntentDraft } from '../intent';
import { fieldAt } from '../records/fields-of';
import type { Batch } from './batch';
import type { StagingWorld } from './staging-world';
import { type Proposal, reject, type Validation } from './validation';

/** An intent, or a draft of one, as far as slugs go. */
type Step = Pick<Intent | IntentDraft, 'entity' | 'action'>;

const hasSlug = (entity: Step['entity']): boolean => fieldAt(entity, 'slug')?.kind === 'slug';

/** Whether a step gives up the slug of its organization: deletes it, or sets another one. */
function freesSlug({ entity, action }: Step): boolean {
  if (!hasSlug(entity)) return false;
  return action.verb === 'delete' || (action.verb === 'update' && action.field === 'slug');
}

/** The slug that a step asks for; '' when it asks for none. */
export function slugWanted({ entity, action }: Step): string {
  if (!hasSlug(entity)) return '';
  const wanted =
    action.verb === 'create'
      ? action.values.slug
      : action.verb === 'update' && action.field === 'slug'
        ? action.value
        : '';
  return typeof wanted === 'string' ? wanted : '';
}

/** Organizations whose slug these drafts give up: deleted, or with another one. */
export function freedBy(drafts: readonly IntentDraft[]): ReadonlySet<string> {
  return new Set(drafts.filter(freesSlug).map(({ recordId }) => String(recordId)));
}

/** Takes a slug for an organization; why it cannot be had, or null. One that the same drafts free can be. */
export function takeSlug({ world, slugs, freed }: Batch, slug: string, recordId: string): Validation | null {
  if (!slugsOn(world.organizationSettings))
    return reject('invalid-input', t('This instance has slugs switched off.'), t('Leave the slug out.'));
  const owner = world.slugs.get(slug) ?? recordId;
  if (slugs.has(slug) || (owner !== recordId && !freed.has(owner))) return taken(slug);
  slugs.add(slug);
  return null;
}

interface Accepted {
  readonly index: number;
  readonly proposal: Proposal;
}

/**
 * Accepted drafts less those that count on a slug which is not given up after all, as the draft that would have freed it
 * fell: one may stand on the next.
 */
export function slugFaults(
  { slugs }: Pick<StagingWorld, 'slugs'>,
  accepted: readonly Accepted[],
): ReadonlyMap<number, ReturnType<typeof taken>['failure']> {
  const faults = new Map<number, ReturnType<typeof taken>['failure']>();
  for (let remaining = accepted; ; ) {
    const seeds = remaining.flatMap(({ proposal }) => proposal.opened);
    const freed = new Set<string>(seeds.filter(freesSlug).map(({ recordId }) => recordId));
    const fallen = remaining.filter(({ proposal }) =>
      proposal.opened.some((seed) => {
        const owner = slugs.get(slugWanted(seed));
        return owner !== undefined && owner !== seed.recordId && !freed.has(owner);
      }),
    );
    if (fallen.length === 0) return faults;
    for (const { index, proposal } of fallen)
      faults.set(index, taken(proposal.opened.map(slugWanted).find((slug) => slug !== '') ?? '').failure);
    remaining = remaining.filter(({ index }) => !faults.has(index));
  }
}

const taken = (slug: string) =>
  reject('invalid-input', t('The slug {slug} is taken.', { slug }), t('Choose another slug.'));
