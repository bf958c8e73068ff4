import { t } from '../../language/t';
import { brandFigures, brandVerdicts } from '../figures/branding';
import { effectiveLimit, keptLimitSources } from '../figures/effective-limit';
import { seatFigures, seatsLevels, seatsLevelWords } from '../figures/seats';
import { standing } from '../figures/standing';
import type { JsonObject, JsonValue } from '../json';
import {
  color,
  count,
  email,
  flag,
  group,
  image,
  json,
  limit,
  link,
  name,
  ownChoice,
  ratio,
  seats,
  setKey,
  slug,
  text,
  times,
} from '../kinds/field';
import { backend, by, model } from '../kinds/model';
import { stored } from '../kinds/stored';

/** Key of an organization's public metadata that holds its branding. */
export const brandingKey = 'branding';

/**
 * An organization's branding. It lives in the organization's public metadata (the Backend API has no branding of its own for
 * organizations); the logo goes through `PUT /organizations/{id}/logo`. An empty text means "not set": the application's own
 * branding applies.
 */
const branding = group(
  {
    displayName: text({ label: t('Display name'), edit: true }),
    signInTitle: text({ label: t('Sign-in title'), edit: true }),
    tagline: text({ label: t('Tagline'), edit: true }),
    primaryColor: color({ label: t('Primary colour'), edit: true }),
    backgroundColor: color({ label: t('Background colour'), edit: true }),
    textColor: color({ label: t('Text colour'), edit: true }),
    supportEmail: email({ label: t('Support email'), edit: true }),
  },
  { label: t('Branding'), from: ['public_metadata'], create: true },
);

const numberOr = (value: JsonValue | undefined): number | null => (typeof value === 'number' ? value : null);

function seatLimit(
  { maxAllowedMemberships }: JsonObject,
  { defaultSeats, planSeats }: JsonObject,
): JsonObject {
  const { limit, source } = effectiveLimit({
    own: numberOr(maxAllowedMemberships),
    byDefault: numberOr(defaultSeats),
    byPlan: numberOr(planSeats),
  });
  return { seatLimit: limit, seatLimitSource: source ?? 'unknown' };
}

export const organization = model({
  name: 'organization',
  found: 2,
  words: { one: t('organization'), many: t('organizations') },
  home: { screen: 'organization' },
  shape: 'square',
  scope: true,
  spec: backend('Organization'),
  scenarios: ['b2c', 'b2b'],
  collection: 'organizations',
  sort: by('name'),
  namedBy: { keys: [['slug'], ['name']] },
  indexes: [
    ['name'],
    ['slug'],
    ['membersCount'],
    ['maxAllowedMemberships'],
    ['createdAt'],
    ['updatedAt'],
    ['state'],
  ],
  fields: {
    name: name({
      column: 'wide',
      label: t('Name'),
      wire: 'name',
      create: 'must',
      edit: true,
      search: 1,
      sorted: true,
    }),
    slug: slug({
      single: true,
      column: 'middle',
      label: t('Slug'),
      wire: 'slug',
      create: true,
      edit: true,
      search: 2,
    }),
    logo: image({ label: t('Logo'), from: ['has_image', 'image_url'], edit: true }),
    membersCount: count({ label: t('Members'), from: ['members_count'], derived: true }),
    pendingInvitationsCount: count({
      label: t('Pending invitations'),
      from: ['pending_invitations_count'],
      derived: true,
    }),
    maxAllowedMemberships: seats({
      column: 'narrow',
      label: t('Seats'),
      wire: 'max_allowed_memberships',
      create: true,
      edit: true,
    }),
    adminDeleteEnabled: flag({
      label: t('Admins may delete it'),
      wire: 'admin_delete_enabled',
      edit: true,
      blank: () => true,
    }),
    /** Key of its role set, '' for none. */
    roleSetKey: setKey({ label: t('Role set'), wire: 'role_set_key', create: true, edit: true, late: true }),
    createdBy: link({
      to: 'user',
      label: t('Created by'),
      wire: 'created_by',
      create: true,
      rare: true,
      hint: t('Becomes its admin'),
      stored: stored.text,
    }),
    branding,
    publicMetadata: json({
      label: t('Public metadata'),
      from: ['public_metadata'],
      create: true,
      rare: true,
      edit: true,
    }),
    privateMetadata: json({
      label: t('Private metadata'),
      wire: 'private_metadata',
      create: true,
      rare: true,
      edit: true,
    }),
    ...times,
  },
  computed: {
    version: 3,
    fields: {
      seatsUsed: count({ label: t('Seats used'), derived: true }),
      freeSeats: ratio({ label: t('Free seats'), derived: true }),
      /** Seats used of those there are, 1 for all of them; null without a limit. */
      fullness: ratio({ label: t('Fullness'), derived: true }),
      seatsLevel: ownChoice(seatsLevels, {
        label: t('Seats level'),
        says: seatsLevelWords,
        facet: true,
        derived: true,
      }),
      brandVerdict: ownChoice(brandVerdicts, { label: t('Brand verdict'), facet: true, derived: true }),
      textContrast: ratio({ label: t('Text contrast'), derived: true }),
      primaryContrast: ratio({ label: t('Primary contrast'), derived: true }),
      hasLogo: flag({ label: t('Has a logo'), facet: true, derived: true }),
      brandStaged: flag({ label: t('Branding staged'), facet: true, derived: true }),
      /** The seats that count: default, plan or its own number; 0 for any number, null while that was not worked out. */
      seatLimit: limit({ label: t('Seat limit that counts'), derived: true, late: true }),
      seatLimitSource: ownChoice(keptLimitSources, {
        label: t('Seat limit from'),
        facet: true,
        derived: true,
        late: true,
        blank: () => 'unknown' as const,
        says: { override: t('set here'), unknown: t('not known') },
      }),
    },
    indexes: [
      ['seatLimit'],
      ['seatsUsed'],
      ['freeSeats'],
      ['fullness'],
      ['textContrast'],
      ['primaryContrast'],
    ],
    of: (record, staged) => ({
      ...seatFigures(record),
      ...brandFigures(record.branding, record.logo),
      brandStaged: staged.some((field) => field === 'logo' || field.startsWith('branding.')),
      seatLimit: null,
      seatLimitSource: 'unknown',
    }),
    kept: {
      fields: ['seatLimit', 'seatLimitSource'],
      from: ['defaultSeats', 'planSeats'],
      of: seatLimit,
    },
  },
  beside: {
    members: { count: 'membership', by: 'organizationId', label: t('Members') },
    admins: { count: 'membership', by: 'organizationId', elevated: true, label: t('Admins') },
    domains: { count: 'organizationDomain', by: 'organizationId', label: t('Domains') },
    invited: {
      count: 'invitation',
      by: 'organizationId',
      label: t('Invited'),
      where: { field: 'status', value: 'pending' },
    },
    defaultSeats: { one: 'settings', id: 'organization_settings', of: 'values.max_allowed_memberships' },
    /** How many roles and verified domains the instance allows: for all organizations alike (spec: `OrganizationSettings`). */
    rolesLimit: { one: 'settings', id: 'organization_settings', of: 'values.max_allowed_roles' },
    domainsLimit: { one: 'settings', id: 'organization_settings', of: 'values.max_allowed_domains' },
    /** Fields of those settings that are staged and not applied yet, each with what the service holds. */
    defaultsStaged: { one: 'settings', id: 'organization_settings', of: 'server' },
    planName: { newest: 'subscriptionItem', by: 'organizationId', of: 'planName', among: standing },
    planSeats: { newest: 'subscriptionItem', by: 'organizationId', of: 'seats', among: standing },
  },
  label: ({ id, name }) => name || id,
  trend: { says: t('Organizations') },
  ignored: {
    object: 'says what it is',
    missing_member_with_elevated_permissions: 'follows from the memberships',
    last_active_at: 'moves with every visit: not shown yet',
  },
});
