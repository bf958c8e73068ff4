import { t } from '../../language/t';
import { choice, count, email, key, ref, text, times } from '../kinds/field';
import { backend, by, catalogued, model } from '../kinds/model';
import { enrollmentWords } from '../settings-parts';

/** What becomes of people who sign up with an address at a verified domain (spec: `OrganizationDomain.enrollment_mode`). */
/** How a look at a domain ended. */
const verdictWords = {
  unverified: t('Unverified'),
  verified: t('Verified'),
  failed: t('Failed'),
  expired: t('Expired'),
} as const;

export const enrollmentModes = [
  'manual_invitation',
  'automatic_invitation',
  'automatic_suggestion',
  'enterprise_sso',
] as const;

/** A domain of an organization: people with an address there belong to it. */
export const organizationDomain = model({
  ...catalogued,
  name: 'organizationDomain',
  found: 9,
  words: {
    one: t('domain'),
    many: t('domains'),
    create: t('Add'),
    remove: t('Remove'),
    removal: t('Removal'),
  },
  home: { screen: 'organization', tab: 'domains', param: 'domain' },
  spec: backend('OrganizationDomain'),
  scenarios: ['b2c', 'b2b'],
  sort: by('name'),
  namedBy: { keys: [['organizationId', 'name']] },
  fields: {
    organizationId: ref({
      to: 'organization',
      label: t('Organization id'),
      wire: 'organization_id',
      create: 'must',
    }),
    name: key({
      column: 'wide',
      label: t('Domain'),
      hint: t('Such as acme.com'),
      wire: 'name',
      create: 'must',
      unique: true,
      search: 1,
    }),
    enrollmentMode: choice(enrollmentModes, {
      column: 'middle',
      label: t('Enrolment'),
      wire: 'enrollment_mode',
      says: {
        ...enrollmentWords,
        enterprise_sso: t('By single sign-on'),
      },
      create: true,
      edit: true,
      facet: true,
      blank: () => 'manual_invitation',
    }),
    /** Of its affiliation with the organization: `unverified`, `verified`, `failed` or `expired`. */
    verification: text({
      plain: true,
      label: t('Affiliation'),
      says: verdictWords,
      from: ['affiliation_verification'],
      facet: true,
    }),
    /** Of the domain itself (DNS or by hand), '' where nobody tried. */
    ownership: text({
      plain: true,
      label: t('Ownership'),
      says: verdictWords,
      from: ['ownership_verification'],
      facet: true,
    }),
    affiliationEmail: email({ label: t('Verified by'), wire: 'affiliation_email_address' }),
    pendingInvitations: count({
      label: t('Pending invitations'),
      wire: 'total_pending_invitations',
      derived: true,
    }),
    pendingSuggestions: count({
      label: t('Pending suggestions'),
      wire: 'total_pending_suggestions',
      derived: true,
    }),
    ...times,
  },
  acts: {
    verify: {
      label: t('Verify ownership'),
      says: t('Counts as the organization’s own without a DNS record, by hand.'),
      shows: () => ({ ownership: 'verified' }),
      undo: () => t('What was verified stays so.'),
    },
  },
  beside: { organizationName: { one: 'organization', by: 'organizationId', of: 'name' } },
  label: ({ name }, place) =>
    place === '' ? name : t('{domain} of {organization}', { domain: name, organization: place }),
  ignored: {
    object: 'says what it is',
    verification: 'the older name of affiliation_verification',
    public_organization_data: 'the organization is a record of the copy',
  },
});
