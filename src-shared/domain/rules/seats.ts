import { t } from '../../language/t';
import { isProvisional } from '../ids';
import type { Intent, IntentDraft } from '../intent';
import type { JsonObject } from '../json';
import { type PlanFacts, serverOf } from './plan-facts';
import type { Classification } from './rules';
import { seatKey } from './staging-world';
import type { Undo } from './undo';

/** What memberships and invitations have in common: both take a seat of an organization, in a role. */

export const clean: Classification = { verdict: 'clean', theirs: null, reason: '' };

export const refused = (reason: string, theirs: Classification['theirs'] = null): Classification => ({
  verdict: 'refused',
  theirs,
  reason,
});

/** Why a seat cannot be had, or null; `held`: the role of whoever has it already. */
export function seatFault(
  facts: PlanFacts,
  { organizationId }: Intent,
  { role }: JsonObject,
): Classification | null {
  if (!isProvisional(organizationId) && serverOf(facts, 'organization', organizationId) === null)
    return refused(t('The service no longer has the organization.'));
  return facts.roles.has(String(role))
    ? null
    : refused(t('The service has no role {role} any more.', { role: String(role) }));
}

/** The role that somebody holds in the organization already; undefined where they are no member. */
export const heldRole = (facts: PlanFacts, { organizationId }: Intent, who: string): string | undefined =>
  facts.members.get(seatKey(organizationId, who));

export const isMember = (facts: PlanFacts, held: string): Classification =>
  refused(
    t('The person is a member already, as {name}.', { name: facts.roles.get(held)?.name ?? held }),
    held,
  );

/** A deletion is taken back by a creation that names these values again. */
export function madeAgain(
  entity: IntentDraft['entity'],
  base: JsonObject,
  fields: readonly string[],
  caveat: string,
): Undo {
  const values = Object.fromEntries(fields.map((field) => [field, base[field] ?? '']));
  return { kind: 'draft', draft: { entity, action: { verb: 'create', values } }, caveat };
}
