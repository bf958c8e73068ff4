import type { Capabilities } from '../capabilities';
import { modelOf } from '../entity';
import type { Scenario } from '../scenario';
import { breachedPasswords, idleAllowlist, noSupport, unfinishedDomain } from './application-checks';
import type { AnyCheck } from './check';
import { certificateEnds, failedTest, twoSources, unverifiedDomain } from './connection-checks';
import type { CheckWords } from './finding';
import { heldByNobody, outsideSets } from './grant-checks';
import { endlessKey, localAddress } from './instance-checks';
import { noAdmin, noMembers, oneAdmin, overPlan, staleInvitation } from './organization-checks';
import { adminWithoutFactor, bannedMember, deprovisionedMember, factorOff, idleAdmin } from './person-checks';

/** Every check that Tenantry comes with. */
export const checks: readonly AnyCheck[] = [
  certificateEnds,
  unverifiedDomain,
  deprovisionedMember,
  noAdmin,
  bannedMember,
  adminWithoutFactor,
  factorOff,
  failedTest,
  endlessKey,
  localAddress,
  overPlan,
  breachedPasswords,
  unfinishedDomain,
  twoSources,
  idleAdmin,
  oneAdmin,
  noMembers,
  staleInvitation,
  outsideSets,
  heldByNobody,
  idleAllowlist,
  noSupport,
];

/** The checks of a workspace: those of records that it copies, or could with a token. */
export const checksOf = (scenario: Scenario): readonly AnyCheck[] =>
  checks.filter(({ entity }) => {
    const { scenarios, withToken = [], asked = [] } = modelOf(entity);
    return [...scenarios, ...withToken, ...asked].includes(scenario);
  });

/** Those that mean something there: where people sign in alone and organizations are off, none that is about organizations. */
export const checksIn = (scenario: Scenario, { organizations }: Capabilities): readonly AnyCheck[] =>
  scenario === 'b2c' && organizations?.state === 'off'
    ? checksOf(scenario).filter(({ needs }) => !needs.includes('organizations'))
    : checksOf(scenario);

/** What a check says of itself. */
export const wordsOf = ({
  id,
  severity,
  title,
  why,
  effect,
  entity,
  fix = '',
  lasting,
}: AnyCheck): CheckWords => ({
  id,
  severity,
  title,
  why,
  effect,
  entity,
  fix,
  lasting: lasting === true,
  own: false,
});
