import type { Plan, PlanStep } from '@shared/contract/plan';
import { IntentId, RecordId } from '@shared/domain/ids';

/** A step of a plan: the role of a member, clean unless told otherwise. */
export function stepOf(id: string, over: Partial<PlanStep> = {}): PlanStep {
  return {
    intentId: IntentId.parse(id),
    entity: 'membership',
    recordId: RecordId.parse('orgmem_1'),
    organizationId: 'org_1',
    label: 'Dana in Acme',
    verb: 'update',
    field: 'role',
    base: 'org:member',
    mine: 'org:admin',
    theirs: 'org:member',
    verdict: 'clean',
    reason: '',
    call: 'PATCH /organizations/org_1/memberships/user_1',
    irreversible: false,
    lasting: '',
    dependsOn: [],
    ...over,
  };
}

export function planOf(...steps: PlanStep[]): Plan {
  const people = { gain: 0, lose: 0 };
  const blast = {
    access: [],
    groups: [],
    permissions: [],
    people,
    policies: [],
    closings: [],
    seats: [],
    admins: [],
  };
  return {
    hash: 'h',
    madeAt: 1,
    steps,
    blast,
    units: [],
    unread: [],
    answers: {},
    lostSecrets: [],
    time: { ms: 0, limit: '' },
    requestsPer10s: 1_000,
  };
}
