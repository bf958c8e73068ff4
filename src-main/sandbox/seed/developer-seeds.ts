import { makeId } from '../database/make-id';
import type { Random } from '../database/random';
import type { ApiKey } from '../lists/api-keys';
import type { SeedContext, SmallSeed, SmallSeeds } from './seed-context';

const day = 86_400_000;

/** What developers set up stands in production; customers of a platform start without. */
const isPlain = ({ application }: SeedContext): boolean =>
  application.scenario !== 'platforms' && application.environmentType === 'production';

const dated = (
  { anchor }: SeedContext,
  random: Random,
  all: readonly ((at: number) => object)[],
): SmallSeed[] =>
  all.map((data) => {
    const at = anchor - random.int(5 * day, 300 * day);
    return { at, data: data(at) };
  });

const jwtTemplates: SmallSeeds = {
  kind: 'jwtTemplate',
  prefix: 'jtmp',
  records: (context, random) => {
    const template = (name: string, claims: object, lifetime = 60) => ({
      name,
      claims,
      lifetime,
      allowed_clock_skew: 5,
      custom_signing_key: false,
      signing_algorithm: 'RS256',
    });
    const all = [
      template('supabase', {
        aud: 'authenticated',
        role: 'authenticated',
        email: '{{user.primary_email_address}}',
      }),
      template('analytics', { plan: '{{user.public_metadata.plan}}', since: '{{user.created_at}}' }, 600),
      template('warehouse', { org: '{{org.id}}', role: '{{org.role}}', aud: 'warehouse' }, 3_600),
      template('support_desk', { name: '{{user.full_name}}', external_id: '{{user.external_id}}' }, 300),
    ];
    return isPlain(context)
      ? dated(
          context,
          random,
          all.map((data) => () => data),
        )
      : [];
  },
};

const oauthApplications: SmallSeeds = {
  kind: 'oauthApplication',
  prefix: 'oa',
  records: (context, random) => {
    const { key } = context.application;
    const client =
      (name: string, slug: string, scopes: string, open = false) =>
      (at: number) => ({
        name,
        client_id: makeId('oac', at, random),
        client_secret: makeId('oas', at, random),
        redirect_uris: [`https://${slug}.${key}.example/oauth/callback`],
        scopes,
        consent_screen_enabled: !slug.startsWith('internal'),
        pkce_required: open,
        public: open,
      });
    const all = [
      client('Partner portal', 'partners', 'profile email'),
      client('Command line', 'cli', 'profile email offline_access', true),
      client('Internal wiki', 'internal-wiki', 'profile email public_metadata'),
      client('Reports', 'reports', 'profile email'),
      client('Mobile companion', 'mobile', 'profile', true),
    ];
    return isPlain(context) ? dated(context, random, all) : [];
  },
};

const machines: SmallSeeds = {
  kind: 'machine',
  prefix: 'mch',
  records: (context, random) => {
    const machine = (name: string, ttl: number) => (at: number) => ({
      name,
      default_token_ttl: ttl,
      secret_key: makeId('ak', at, random),
      scoped: {},
    });
    const all = [
      machine('billing-worker', 3_600),
      machine('search-indexer', 900),
      machine('mailer', 3_600),
      machine('etl', 600),
    ];
    return isPlain(context) ? dated(context, random, all) : [];
  },
};

/** Machines, some people and some organizations have keys; one has ended, and one never does. */
const apiKeys: SmallSeeds = {
  kind: 'apiKey',
  prefix: 'apikey',
  records: (context, random) => {
    if (!isPlain(context)) return [];
    const { db, instance, anchor } = context;
    const ids = (sql: string) => db.all<{ readonly id: string }>(sql, [instance]).map(({ id }) => id);
    const holders = [
      ...ids("SELECT id FROM small_records WHERE instance = ? AND kind = 'machine' ORDER BY created_at, id"),
      ...ids('SELECT id FROM organizations WHERE instance = ? ORDER BY created_at, id LIMIT 3'),
      ...ids('SELECT id FROM users WHERE instance = ? ORDER BY created_at, id LIMIT 3'),
    ];
    const lives = [null, 90, -2, 365, 30];
    return holders.map((subject, place) => {
      const at = anchor - random.int(5 * day, 300 * day);
      const life = lives[place % lives.length] ?? null;
      const data: ApiKey = {
        subject,
        name: random.pick(['Reporting', 'Nightly export', 'Provisioning', 'Dashboards']),
        description: null,
        claims: null,
        scopes: random.chance(0.5) ? ['read'] : ['read', 'write'],
        secret: makeId('ak', at, random),
        revoked: false,
        revocation_reason: null,
        expiration: life === null ? null : anchor + life * day,
        created_by: null,
        last_used_at: random.chance(0.6) ? anchor - random.int(0, 40 * day) : null,
      };
      return { at, data };
    });
  },
};

/** The primary domain of a production instance, and a satellite of a shop. */
const domains: SmallSeeds = {
  kind: 'domain',
  prefix: 'dmn',
  records: (context, random) => {
    const { key } = context.application;
    const all = [
      { name: `${key}.example`, is_satellite: false, proxy_url: null },
      { name: `shop-${key}.example`, is_satellite: true, proxy_url: null },
      { name: `${key}-labs.example`, is_satellite: true, proxy_url: `https://${key}-labs.example/__clerk` },
    ];
    return isPlain(context)
      ? dated(
          context,
          random,
          all.map((data) => () => data),
        )
      : [];
  },
};

export const developerSeeds: readonly SmallSeeds[] = [
  domains,
  jwtTemplates,
  oauthApplications,
  machines,
  apiKeys,
];
