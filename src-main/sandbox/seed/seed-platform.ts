import { insertRows } from '../database/insert-rows';
import { makeId } from '../database/make-id';
import { createRandom, type Random } from '../database/random';
import type { SqlSession } from '../database/sql-session';
import type { PlatformSpec } from '../world/world-spec';
import { ConfigDocument, type ConfigInput } from './config-document';

const day = 86_400_000;

const connected = (random: Random, name: string, share: number) =>
  random.chance(share)
    ? { enabled: true, client_id: `${name}-${random.base62(12)}`, client_secret: random.base62(32) }
    : {};

const planConfig = (spec: PlatformSpec, random: Random): ConfigInput => ({
  auth_password: {
    min_length: random.pick([8, 8, 8, 10, 12, 15]),
    require_numbers: random.chance(0.4),
    require_special_char: random.chance(0.3),
    disable_hibp: random.chance(0.15),
  },
  auth_passkey: { enabled: random.chance(0.3) },
  auth_multi_factor: {
    authenticator_app: random.chance(0.8),
    phone_code: random.chance(0.3),
    backup_code: random.chance(0.6),
    required_for_sign_up: spec.plan === 'enterprise' && random.chance(0.7),
  },
  auth_access_control: {
    sign_up_mode: random.pick(['public', 'public', 'restricted', 'waitlist']),
    block_disposable_email_domains: random.chance(0.5),
  },
  auth_attack_protection: { max_attempts: random.pick([5, 10, 10, 20]) },
  session_settings: { maximum_lifetime: random.pick([86_400, 604_800, 2_592_000]) },
  connection_oauth_google: connected(random, 'google', 0.6),
  connection_oauth_microsoft: connected(random, 'microsoft', 0.5),
  connection_oauth_apple: connected(random, 'apple', 0.15),
  branding: {
    application_name: spec.shownAs,
    primary_color: spec.color,
    terms_url: `https://${spec.domain}/terms`,
    support_email: `help@${spec.domain}`,
  },
});

/** Seeds the config of an application's instance, and the domain of a production one; call inside a transaction. */
export const seedPlatform = (
  db: SqlSession,
  { instance, environmentType }: { readonly instance: string; readonly environmentType: string },
  spec: PlatformSpec,
  at: { readonly stream: string; readonly anchor: number },
): void => {
  const random = createRandom(`${at.stream}/platform`);
  const document = ConfigDocument.parse(planConfig(spec, random));
  db.run('INSERT INTO configs VALUES (?, ?, ?)', [
    instance,
    spec.plan === 'starter' ? 0 : 1,
    JSON.stringify(document),
  ]);
  if (environmentType !== 'production') return;
  const since = at.anchor - random.int(30, 900) * day;
  const id = makeId('dmn', since, random);
  const dns = random.pick(['complete', 'complete', 'complete', 'complete', 'in_progress', 'not_started']);
  insertRows(db, 'domains', instance, [
    {
      ...blankDomain,
      id,
      name: spec.domain,
      dns: shadeOf(dns, at.stream),
      created_at: since,
      updated_at: since,
    },
    ...furtherDomains(spec, at),
  ]);
};

const blankDomain = { is_provider: 0, proxy_url: null, checked_at: null };

/** Some of what is done in part leads astray, some of what is done cannot be certified. A stream of its own. */
const shadeOf = (dns: string, stream: string): string => {
  const random = createRandom(`${stream}/domain-state`);
  if (dns === 'in_progress') return random.pick(['in_progress', 'wrong']);
  return dns === 'complete' && random.chance(0.12) ? 'caa' : dns;
};

/** A second domain of some applications, for their alumni; behind a proxy where they have one. A stream of its own. */
const furtherDomains = ({ domain }: PlatformSpec, { stream, anchor }: { stream: string; anchor: number }) => {
  const random = createRandom(`${stream}/further-domains`);
  const above = domain.split('.').slice(1);
  if (!random.chance(0.3) || above.length < 2) return [];
  const name = `alumni.${above.join('.')}`;
  const since = anchor - random.int(2, 30) * day;
  return [
    {
      ...blankDomain,
      id: makeId('dmn', since, random),
      name,
      is_provider: 1,
      proxy_url: random.chance(0.4) ? `https://${name}/__clerk` : null,
      dns: random.pick(['complete', 'wrong', 'in_progress', 'not_started']),
      created_at: since,
      updated_at: since,
    },
  ];
};
