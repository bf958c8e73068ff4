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

const providers = ['saml_okta', 'saml_microsoft', 'saml_google', 'saml_custom', 'oidc_custom'] as const;

/** Days that certificates hold from the world's moment on, one connection after the other: the first has ended. */
const lives = [-3, 3_650, 12, 200, 1_095];

/** A fifth of the organizations sign in with a provider of their own, most of them by SAML. */
export const enterpriseConnectionSeeds: SmallSeeds = {
  kind: 'enterpriseConnection',
  prefix: 'entconn',
  records: (context, random) => {
    let made = 0;
    return organizationsOf(context).flatMap(({ id, name, slug, created_at: since }): SmallSeed[] => {
      const has = random.chance(0.35);
      const provider = random.pick(providers);
      const active = random.chance(0.8);
      const at = random.int(since, context.anchor - day / 2);
      if (!has) return [];
      const expires = context.anchor + (lives[made++ % lives.length] ?? 0) * day;
      const data = {
        name: `${name} sign-on`,
        provider,
        domains: [`${slug}.example`],
        organization_id: id,
        active,
        sync_user_attributes: true,
        disable_additional_identifications: random.chance(0.3),
        allow_organization_account_linking: false,
        saml: {
          idp_entity_id: `https://idp.${slug}.example/entity`,
          idp_sso_url: `https://idp.${slug}.example/sso`,
          idp_metadata_url: `https://idp.${slug}.example/metadata.xml`,
          idp_certificate_issued_at: expires - 1_095 * day,
          idp_certificate_expires_at: expires,
        },
        oidc: {
          client_id: slug,
          discovery_url: `https://idp.${slug}.example/.well-known/openid-configuration`,
        },
      };
      return [{ at, data }];
    });
  },
};
