import { choice, count, email, key, ref, text, times } from '../kinds/field';
import { backend, by, catalogued, model } from '../kinds/model';
import { enrollmentWords } from '../settings-parts';

/** What becomes of people who sign up with an address at a verified domain (spec: `OrganizationDomain.enrollment_mode`). */
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
  words: { one: 'domain', many: 'domains', create: 'Add', remove: 'Remove', removal: 'Removal' },
  home: { screen: 'organization', tab: 'domains', param: 'domain' },
  spec: backend('OrganizationDomain'),
  scenarios: ['b2c', 'b2b'],
  sort: by('name'),
  namedBy: { keys: [['organizationId', 'name']] },
  fields: {
    organizationId: ref({
      to: 'organization',
      label: 'Organization id',
      wire: 'organization_id',
      create: 'must',
    }),
    name: key({
      column: 'wide',
      label: 'Domain',
      hint: 'Such as acme.com',
      wire: 'name',
      create: 'must',
      unique: true,
      search: 1,
    }),
    enrollmentMode: choice(enrollmentModes, {
      column: 'middle',
      label: 'Enrolment',
      wire: 'enrollment_mode',
      says: {
        ...enrollmentWords,
        enterprise_sso: 'By single sign-on',
      },
      create: true,
      edit: true,
      facet: true,
      blank: () => 'manual_invitation',
    }),
    /** Of its affiliation with the organization: `unverified`, `verified`, `failed` or `expired`. */
    verification: text({
      plain: true,
      label: 'Affiliation',
      from: ['affiliation_verification'],
      facet: true,
    }),
    /** Of the domain itself (DNS or by hand), '' where nobody tried. */
    ownership: text({ plain: true, label: 'Ownership', from: ['ownership_verification'], facet: true }),
    affiliationEmail: email({ label: 'Verified by', wire: 'affiliation_email_address' }),
    pendingInvitations: count({
      label: 'Pending invitations',
      wire: 'total_pending_invitations',
      derived: true,
    }),
    pendingSuggestions: count({
      label: 'Pending suggestions',
      wire: 'total_pending_suggestions',
      derived: true,
    }),
    ...times,
  },
  acts: {
    verify: {
      label: 'Verify ownership',
      says: 'Counts as the organization’s own without a DNS record, by hand.',
      shows: () => ({ ownership: 'verified' }),
      undo: () => 'What was verified stays so.',
    },
  },
  beside: { organizationName: { one: 'organization', by: 'organizationId', of: 'name' } },
  label: ({ name }, place) => (place === '' ? name : `${name} of ${place}`),
  ignored: {
    object: 'says what it is',
    verification: 'the older name of affiliation_verification',
    public_organization_data: 'the organization is a record of the copy',
  },
});
