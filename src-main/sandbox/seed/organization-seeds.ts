import type { OrganizationRow } from '../database/rows';
import type { SeedContext, SmallSeed, SmallSeeds } from './seed-context';

const day = 86_400_000;

/** Organizations of a product for organizations, oldest first; of other instances none. */
const organizationsOf = ({ db, instance, application }: SeedContext): readonly OrganizationRow[] =>
  application.scenario === 'b2b' && application.environmentType === 'production'
    ? db.all<OrganizationRow>('SELECT * FROM organizations WHERE instance = ? ORDER BY created_at, id', [
        instance,
      ])
    : [];

const modes = ['manual_invitation', 'automatic_invitation', 'automatic_suggestion', 'automatic_suggestion'];

/** Most organizations have their domain, and some a second one; a few prove that it is theirs. */
export const organizationDomainSeeds: SmallSeeds = {
  kind: 'organizationDomain',
  prefix: 'orgdmn',
  records: (context, random) =>
    organizationsOf(context).flatMap(({ id, slug, created_at: since }): SmallSeed[] => {
      const has = random.chance(0.8);
      const second = random.chance(0.15);
      return [`${slug}.example`, `${slug}-group.example`].flatMap((name, index) => {
        const at = random.int(since, context.anchor - day / 2);
        const mode = random.pick(modes);
        const owned = random.chance(0.25);
        const verified = random.chance(0.85);
        if (!has || (index === 1 && !second)) return [];
        const data = {
          organization_id: id,
          name,
          enrollment_mode: mode,
          verified,
          affiliation_email_address: verified ? `it@${name}` : null,
          ownership: owned ? { strategy: 'txt', verified_at: at } : null,
        };
        return [{ at, data }];
      });
    }),
};
