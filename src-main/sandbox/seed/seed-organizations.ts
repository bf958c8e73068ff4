import { insertRows } from '../database/insert-rows';
import { makeId } from '../database/make-id';
import { createRandom, type Random } from '../database/random';
import type { SeedContext } from './seed-context';
import type { SeededUser } from './seed-users';

/** The sign-in branding of an organization as kept in `public_metadata.branding`; colours are `#rrggbb`. */
type Branding = {
  readonly primaryColor: string;
  readonly backgroundColor: string;
  readonly textColor: string;
  readonly displayName: string;
  readonly signInTitle: string;
  readonly tagline: string;
  readonly supportEmail: string;
};

const palettes = [
  ['#0f62fe', '#ffffff', '#161616'],
  ['#0b7a75', '#f7fbfa', '#12211f'],
  ['#8a3ffc', '#fbf9ff', '#1c1330'],
  ['#b4510e', '#fffaf5', '#2b1a0e'],
  ['#1f2937', '#f9fafb', '#111827'],
  ['#7cc4fa', '#0b1220', '#e6edf6'],
  ['#d12771', '#fff7fb', '#2d0b1c'],
  ['#e0b400', '#14110a', '#f5efdc'],
] as const;

const taglines = [
  'One place for every order.',
  'Work that keeps moving.',
  'Your team, in step.',
  'Clear numbers, calm days.',
  'Built for people who ship.',
  'Everything your site needs.',
];

/** Picks a branding for an organization. */
const planBranding = (name: string, slug: string, random: Random): Branding => {
  const [primaryColor, backgroundColor, textColor] = random.pick(palettes);
  return {
    primaryColor,
    backgroundColor,
    textColor,
    displayName: name,
    signInTitle: `Sign in to ${name}`,
    tagline: random.pick(taglines),
    supportEmail: `support@${slug}.example`,
  };
};

/** What is known of an organization before its row exists. */
export type OrganizationPlan = {
  readonly name: string;
  readonly slug: string;
  /** Indexes of its members, the creator first. */
  readonly members: readonly number[];
  readonly pendingInvitations: number;
};

/** A seeded organization as the later steps need it. */
export type SeededOrganization = OrganizationPlan & { readonly id: string; readonly createdAt: number };

const tiers = ['starter', 'team', 'business', 'enterprise'];
const regions = ['eu-central', 'eu-north', 'us-east', 'us-west'];

/**
 * Seeds organizations.
 *
 * 45 % have a seat limit; a fifth of those are full (members and pending invitations fill it exactly). 60 % carry
 * `public_metadata.branding`.
 */
export const seedOrganizations = (
  { db, instance, stream, anchor }: SeedContext,
  plans: readonly OrganizationPlan[],
  users: readonly SeededUser[],
): readonly SeededOrganization[] => {
  const random = createRandom(`${stream}/organizations`);
  const rows = plans.map(({ name, slug, members, pendingInvitations }) => {
    const creator = users[members[0] ?? -1];
    const createdAt = random.int(creator?.createdAt ?? anchor, anchor - 86_400_000);
    const taken = members.length + pendingInvitations;
    const limited = random.chance(0.45);
    const full = random.chance(0.2);
    const roomy = Math.ceil((taken + random.int(1, Math.max(5, taken))) / 5) * 5;
    const branded = random.chance(0.6);
    const publicMetadata = {
      tier: random.pick(tiers),
      region: random.pick(regions),
      ...(branded ? { branding: planBranding(name, slug, random) } : {}),
    };
    return {
      id: makeId('org', createdAt, random),
      name,
      slug,
      created_by: creator?.id ?? null,
      image_id: random.chance(0.55) ? makeId('img', createdAt, random) : null,
      max_allowed_memberships: limited ? (full ? taken : roomy) : 0,
      admin_delete_enabled: random.chance(0.8) ? 1 : 0,
      role_set_key: null,
      public_metadata: JSON.stringify(publicMetadata),
      private_metadata: random.chance(0.5)
        ? JSON.stringify({ account_manager: random.base62(8), contract: `NW-${random.int(10_000, 99_999)}` })
        : '{}',
      last_active_at: random.int(Math.max(createdAt, anchor - 90 * 86_400_000), anchor),
      created_at: createdAt,
      updated_at: random.int(createdAt, anchor),
    };
  });
  insertRows(db, 'organizations', instance, rows);
  return plans.map((plan, index) => ({
    ...plan,
    id: rows[index]?.id ?? '',
    createdAt: rows[index]?.created_at ?? anchor,
  }));
};
