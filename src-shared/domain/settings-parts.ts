import { t } from '../language/t';
import { type AnyField, choice, flag, list, number, text } from './kinds/field';

/** What becomes of people who sign up with an address at a verified domain, as people say it. */
export const enrollmentWords = {
  manual_invitation: t('By invitation only'),
  automatic_invitation: t('Invited automatically'),
  automatic_suggestion: t('Suggested to join'),
} as const;

/**
 * What an instance can be set to, by the singleton that holds it (spec: `/instance` and what lies under it), as people say it.
 * `wire`: the property that it is written by, where that is not the one that it is read by.
 */
export const settingsParts = {
  organization_settings: {
    enabled: flag({ label: t('Organizations'), edit: true }),
    max_allowed_memberships: number({
      label: t('Seats of a new organization'),
      hint: t('0 means unlimited'),
      edit: true,
    }),
    creator_role: text({
      plain: true,
      label: t('Role of who creates one'),
      wire: 'creator_role_id',
      edit: true,
    }),
    domains_default_role: text({
      plain: true,
      label: t('Role of who joins by a domain'),
      wire: 'domains_default_role_id',
      edit: true,
    }),
    admin_delete_enabled: flag({ label: t('Admins may delete their organization'), edit: true }),
    slug_disabled: flag({ label: t('Without slugs'), edit: true }),
    domains_enabled: flag({ label: t('Verified domains'), edit: true }),
    domains_enrollment_modes: list({
      plain: true,
      label: t('How people of a verified domain join'),
      says: enrollmentWords,
      edit: true,
    }),
  },
  restrictions: {
    allowlist: flag({ label: t('Only the allowlist may sign up'), edit: true }),
    blocklist: flag({ label: t('The blocklist is shut out'), edit: true }),
    allowlist_blocklist_disabled_on_sign_in: flag({
      label: t('Lists count at sign-up only, not at sign-in'),
      edit: true,
    }),
    block_email_subaddresses: flag({ label: t('No subaddresses (kim+test@acme.com)'), edit: true }),
    block_disposable_email_domains: flag({ label: t('No disposable addresses'), edit: true }),
  },
  communication: {
    blocked_country_codes: list({
      plain: true,
      label: t('Countries that get no text messages'),
      hint: t('Two capital letters each: AF, KP'),
      edit: true,
    }),
  },
  protect: {
    rules_enabled: flag({ label: t('Rules of Protect'), edit: true }),
    specter_enabled: flag({ label: t('Bot detection of Protect'), edit: true }),
  },
  instance: {
    support_email: text({ label: t('Support address'), edit: true }),
    allowed_origins: list({
      label: t('Allowed origins'),
      hint: t('Of extensions and native apps'),
      edit: true,
    }),
    test_mode: flag({ label: t('Test mode'), edit: true }),
    hibp: flag({ label: t('Refuse breached passwords'), edit: true }),
    url_based_session_syncing: flag({ label: t('Sessions by URL in development'), edit: true }),
    development_origin: text({ label: t('Origin in development'), edit: true }),
    clerk_js_version: text({ plain: true, label: t('Version of the browser library'), edit: true }),
    preferred_sign_in_strategy_when_password_required: choice(['password', 'otp', ''], {
      label: t('Preferred way in where a password is required'),
      says: { password: t('Password'), otp: t('One-time code'), '': t('None') },
      edit: true,
    }),
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, AnyField>>>>;

export type SettingsId = keyof typeof settingsParts;

/** What the service takes and no sweep reads: what is known of it was last written from here, and is unverified. */
const unread: Readonly<Partial<Record<SettingsId, (key: string) => boolean>>> = {
  restrictions: () => true,
  // It can be read, but not everybody has it: no sweep asks, and what is known is what was written from here.
  protect: () => true,
  instance: (key) => key !== 'allowed_origins',
};

export const isUnverified = (id: string, key: string): boolean =>
  (unread as Readonly<Record<string, ((key: string) => boolean) | undefined>>)[id]?.(key) ?? false;

/** The settings of a singleton; none for an id that is no singleton's. */
export const partsOf = (id: string): Readonly<Record<string, AnyField>> =>
  Object.hasOwn(settingsParts, id) ? settingsParts[id as SettingsId] : {};

/** All of them by key: no two singletons share one. */
export const everyPart: Readonly<Record<string, AnyField>> = Object.assign(
  {},
  ...Object.values(settingsParts),
);

export const settingsWords: Readonly<Record<string, string>> = {
  organization_settings: t('Organizations'),
  restrictions: t('Sign-up restrictions'),
  communication: t('Text messages'),
  protect: 'Protect',
  instance: t('Instance'),
};
