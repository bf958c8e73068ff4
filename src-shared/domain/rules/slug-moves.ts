import type { IntentId } from '../ids';
import type { Intent, IntentDraft } from '../intent';
import { fieldAt } from '../records/fields-of';
import type { PlanFacts } from './plan-facts';
import { singleWaits } from './single-values';

/** How planned steps hang together by the slugs, and by the other values of one record alone, that they give up and take. */
export interface SlugMoves {
  /** By intent: the steps that free the slug, or the other values, that it takes: one for an edit, several for a creation. */
  readonly waitsFor: ReadonlyMap<IntentId, readonly Intent[]>;
  /** Of each ring of organizations that exchange slugs, the step that goes by way of a third slug (`parkingSlug`). */
  readonly parked: ReadonlySet<IntentId>;
  /** Steps whose slug belongs to an organization that keeps it. */
  readonly taken: ReadonlySet<IntentId>;
}

/** An intent, or a draft of one, as far as slugs go. */
type Step = Pick<Intent | IntentDraft, 'entity' | 'action'>;

const hasSlug = (entity: Step['entity']): boolean => fieldAt(entity, 'slug')?.kind === 'slug';

/** Whether a step gives up the slug of its organization: deletes it, or sets another one. */
export function freesSlug({ entity, action }: Step): boolean {
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

/** The third slug by which a step of a ring goes: of its own, and the same after a crash. */
export function parkingSlug({ id }: Pick<Intent, 'id'>): string {
  return `moving-${id.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`.replace(/-$/, '');
}

/**
 * Which step waits for which, as a slug belongs to one organization at a time. Each step takes one slug, and each slug has
 * one owner, so that the steps form chains and rings. Pure.
 */
export function slugMoves(facts: Pick<PlanFacts, 'intents' | 'slugs' | 'rows'>): SlugMoves {
  const { intents, slugs } = facts;
  const freeing = new Map<string, Intent>();
  for (const intent of intents) if (freesSlug(intent)) freeing.set(intent.recordId, intent);
  const waitsFor = new Map(singleWaits(facts));
  const taken = new Set<IntentId>();
  for (const intent of intents) {
    const owner = slugs.get(slugWanted(intent));
    if (owner === undefined || owner === intent.recordId) continue;
    const frees = freeing.get(owner);
    if (frees === undefined) taken.add(intent.id);
    else waitsFor.set(intent.id, [...(waitsFor.get(intent.id) ?? []), frees]);
  }
  return { ...openRings(intents, waitsFor), taken };
}

/** The first step of each ring is parked, and nobody waits for it any more. Rings are of edits: for a creation nobody waits. */
function openRings(
  intents: readonly Intent[],
  waits: SlugMoves['waitsFor'],
): Pick<SlugMoves, 'waitsFor' | 'parked'> {
  if (waits.size === 0) return { waitsFor: waits, parked: new Set() };
  const waitsFor = new Map(waits);
  const parked = new Set<IntentId>();
  const walked = new Set<IntentId>();
  for (const start of intents) {
    const path = new Set<IntentId>();
    let before: IntentId | null = null;
    for (let at: Intent | undefined = start; at !== undefined; at = waits.get(at.id)?.[0]) {
      if (path.has(at.id)) {
        if (before !== null) waitsFor.delete(before);
        // What else goes round in a ring only the service can refuse.
        if (slugWanted(at) !== '') parked.add(at.id);
        break;
      }
      if (walked.has(at.id)) break;
      path.add(at.id);
      walked.add(at.id);
      before = at.id;
    }
  }
  return { waitsFor, parked };
}
