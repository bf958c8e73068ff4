import { isProvisional } from '../ids';
import type { Intent } from '../intent';
import type { JsonObject } from '../json';
import { seatKey } from '../staging/staging-world';
import type { Classification } from './classify';
import { type PlanFacts, serverOf } from './plan-facts';

const clean: Classification = { verdict: 'clean', theirs: null, reason: '' };
const refused = (reason: string, theirs: Classification['theirs'] = null): Classification => ({
  verdict: 'refused',
  theirs,
  reason,
});

/** What is known, before it is asked for, of how the service will answer a creation. */
export function classifyCreation(facts: PlanFacts, intent: Intent, values: JsonObject): Classification {
  switch (intent.entity) {
    case 'organization':
      return clean;
    case 'membership':
      return classifySeat(facts, intent, String(values.userId), values);
    case 'invitation':
      return classifySeat(facts, intent, String(values.email), values);
    default:
      return refused('Tenantry cannot create this on the service.');
  }
}

function classifySeat(
  facts: PlanFacts,
  { organizationId, entity }: Intent,
  who: string,
  { role }: JsonObject,
): Classification {
  if (!isProvisional(organizationId) && serverOf(facts, 'organization', organizationId) === null)
    return refused('The service no longer has the organization.');
  if (!facts.roles.has(String(role))) return refused(`The service has no role ${String(role)} any more.`);
  const key = seatKey(organizationId, who);
  const held = facts.members.get(key);
  if (held !== undefined)
    return held === role && entity === 'membership'
      ? { verdict: 'no-op', theirs: held, reason: 'The person is a member already, in this role.' }
      : refused(`The person is a member already, as ${facts.roles.get(held)?.name ?? held}.`, held);
  const asked = entity === 'invitation' ? facts.invited.get(key) : undefined;
  if (asked === undefined) return clean;
  return asked === role
    ? { verdict: 'no-op', theirs: asked, reason: 'This invitation stands on the service already.' }
    : refused(`There is an invitation already, as ${facts.roles.get(asked)?.name ?? asked}.`, asked);
}
