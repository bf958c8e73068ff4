import type { IntentDraft } from '@shared/domain/intent';
import { drafts } from '../../reconcile/drafts';
import type { ChaosRig } from './open-rig';
import { pick } from './seeded-random';

/** Edits of one schedule, and by how much each table of the service must have grown when all is done. */
export interface ChaosEdits {
  readonly drafts: readonly IntentDraft[];
  readonly grows: {
    readonly organizations: number;
    readonly memberships: number;
    readonly invitations: number;
  };
}

let made = 0;
/** Every set has the first of them. */
const roles = ['org:viewer', 'org:billing', 'org:support'];

/** One to five edits of any kind, on records that no other edit of the schedule names. */
export async function randomDrafts({ store }: ChaosRig, random: () => number): Promise<ChaosEdits> {
  const all = await store.list('membership', []);
  const members = all.filter(({ role }) => role !== 'org:admin');
  const users = await store.list('user', []);
  const organizations = await store.list('organization', []);
  const invitations = await store.list('invitation', [{ field: 'status', op: 'eq', value: 'pending' }]);
  // A role that the organization does not choose among is refused before it is staged.
  const sets = new Map((await store.list('roleSet', [])).map(({ key, roleKeys }) => [key, roleKeys]));
  const setKeys = new Map<string, string>(organizations.map(({ id, roleSetKey = '' }) => [id, roleSetKey]));
  const grows = { organizations: 0, memberships: 0, invitations: 0 };
  const used = new Set<string>();
  const fresh = <T extends { readonly id: string }>(from: readonly T[]): T => {
    const one = pick(
      random,
      from.filter(({ id }) => !used.has(id)),
    );
    used.add(one.id);
    return one;
  };
  const makers: readonly (() => IntentDraft)[] = [
    () => {
      const { id, organizationId } = fresh(members);
      const among = sets.get(setKeys.get(organizationId) ?? '') ?? roles;
      return drafts.role(
        id,
        pick(
          random,
          roles.filter((role) => among.includes(role)),
        ),
      );
    },
    () => drafts.organization(fresh(organizations).id, 'name', `Chaos ${++made}`),
    () => drafts.organization(fresh(organizations).id, 'maxAllowedMemberships', 5_000 + ++made),
    () => drafts.organization(fresh(organizations).id, 'branding.tagline', `Line ${++made}`),
    () => {
      grows.memberships -= 1;
      return drafts.remove('membership', fresh(members).id);
    },
    () => {
      const organization = pick(random, organizations);
      const inside = new Set(
        all.filter((one) => one.organizationId === organization.id).map((one) => one.userId),
      );
      const stranger = fresh(users.filter(({ id }) => !inside.has(id)));
      grows.memberships += 1;
      return drafts.add(organization.id, stranger.id, 'org:viewer');
    },
    () => {
      grows.invitations += 1;
      return drafts.invite(pick(random, organizations).id, `chaos${++made}@only.example`);
    },
    () => {
      grows.organizations += 1;
      return drafts.create(`new_chaos${++made}`, { name: `Made ${made}`, slug: `made-${made}` });
    },
    () =>
      invitations.length < 2
        ? drafts.organization(fresh(organizations).id, 'name', `Calm ${++made}`)
        : drafts.remove('invitation', fresh(invitations).id),
  ];
  const count = 1 + Math.floor(random() * 5);
  return { drafts: Array.from({ length: count }, () => pick(random, makers)()), grows };
}
