import { z } from 'zod';
import { connectionSettings, flag } from './connection-settings';

const identifier = (title: string, initial: boolean) =>
  z
    .strictObject({
      used_for_sign_in: flag('Sign in with it', initial),
      required: flag('Required to sign up', initial),
      verify_at_sign_up: flag('Verified at sign-up', initial),
    })
    .prefault({})
    .meta({ title });

const color = (title: string, initial: string) =>
  z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, `${title} must be a colour such as #1f6feb.`)
    .default(initial)
    .meta({ title });

const presence = (title: string, initial: 'off' | 'optional' | 'required') =>
  z.enum(['off', 'optional', 'required']).default(initial).meta({ title });

/**
 * The config document of an instance, with a default for every key: `{}` decodes to a new instance's config. Keys as
 * seen in use at Clerk and by its command line; `organization_settings` mirrors the instance's own (see `config-of.ts`).
 */
export const ConfigDocument = z.strictObject({
  auth_email: identifier('Email address', true),
  auth_phone: identifier('Phone number', false),
  auth_username: z
    .strictObject({ used_for_sign_in: flag('Sign in with it', false), required: flag('Required', false) })
    .prefault({})
    .meta({ title: 'Username' }),
  auth_password: z
    .strictObject({
      enabled: flag('Passwords', true),
      min_length: z.int().min(8).max(72).default(8).meta({ title: 'Least length' }),
      require_numbers: flag('A digit is required', false),
      require_special_char: flag('A special character is required', false),
      disable_hibp: flag('Accept breached passwords', false),
    })
    .prefault({})
    .meta({ title: 'Passwords' }),
  auth_passkey: z
    .strictObject({ enabled: flag('Passkeys', false) })
    .prefault({})
    .meta({ title: 'Passkeys' }),
  auth_multi_factor: z
    .strictObject({
      authenticator_app: flag('Authenticator app', true),
      phone_code: flag('Text message code', false),
      backup_code: flag('Backup codes', true),
      required_for_sign_up: flag('Required of everybody', false),
    })
    .prefault({})
    .meta({ title: 'Multi-factor authentication' }),
  auth_access_control: z
    .strictObject({
      sign_up_mode: z
        .enum(['public', 'restricted', 'waitlist'])
        .default('public')
        .meta({ title: 'Who may sign up' }),
      allowlist_enabled: flag('Only allowed identifiers', false),
      blocklist_enabled: flag('Block identifiers', false),
      block_disposable_email_domains: flag('Block disposable addresses', false),
    })
    .prefault({})
    .meta({ title: 'Access' }),
  auth_attack_protection: z
    .strictObject({
      user_lockout_enabled: flag('Lock out after failed attempts', true),
      max_attempts: z.int().min(3).max(100).default(10).meta({ title: 'Attempts before lock-out' }),
      bot_protection: flag('Bot protection', true),
      email_link: z
        .strictObject({ require_same_client: flag('Email links open where they were asked for only', false) })
        .prefault({})
        .meta({ title: 'Email links' }),
    })
    .prefault({})
    .meta({ title: 'Attack protection' }),
  session_settings: z
    .strictObject({
      maximum_lifetime: z.int().min(300).max(315_360_000).default(604_800).meta({ title: 'Longest, s' }),
      inactivity_timeout: z
        .int()
        .min(0)
        .max(315_360_000)
        .default(0)
        .meta({ title: 'Ends when idle, s (0: never)' }),
    })
    .prefault({})
    .meta({ title: 'Sessions' }),
  session: z
    .strictObject({
      lifetime: z.int().min(30).max(315_360_000).default(60).meta({ title: 'Token lifetime, s' }),
      claims: z.record(z.string(), z.json()).default({}).meta({ title: 'Claims of the token' }),
    })
    .prefault({})
    .meta({ title: 'Session tokens' }),
  ...connectionSettings,
  paths: z
    .strictObject({
      sign_in_url: z.url().nullable().default(null).meta({ title: 'Sign-in page' }),
      sign_up_url: z.url().nullable().default(null).meta({ title: 'Sign-up page' }),
      after_sign_in_url: z.url().nullable().default(null).meta({ title: 'After sign-in' }),
    })
    .prefault({})
    .meta({ title: 'Pages' }),
  organization_settings: z
    .strictObject({
      enabled: flag('Organizations', true),
      max_allowed_memberships: z
        .int()
        .min(0)
        .default(5)
        .meta({ title: 'Seats of a new organization (0: unlimited)' }),
      admin_delete_enabled: flag('Admins may delete their organization', true),
      domains_enabled: flag('Verified domains', false),
      force_organization_selection: flag('An organization must be chosen after sign-in', false),
      organization_creation_defaults: z
        .strictObject({
          enabled: flag('New people find an organization ready', false),
          automatic_organization_creation: z
            .strictObject({ enabled: flag('It is made without being asked for', false) })
            .prefault({})
            .meta({ title: 'Made for them' }),
        })
        .prefault({})
        .meta({ title: 'Organizations of new people' }),
    })
    .prefault({})
    .meta({ title: 'Organizations' }),
  billing: z
    .strictObject({
      organization_enabled: flag('Organizations subscribe to plans', false),
      user_enabled: flag('People subscribe to plans', false),
    })
    .prefault({})
    .meta({ title: 'Billing' }),
  branding: z
    .strictObject({
      application_name: z.string().min(1).max(100).nullable().default(null).meta({ title: 'Name shown' }),
      primary_color: color('Primary colour', '#1f6feb'),
      background_color: color('Background colour', '#ffffff'),
      text_color: color('Text colour', '#212126'),
      sign_in_title: z.string().max(100).nullable().default(null).meta({ title: 'Sign-in title' }),
      sign_in_subtitle: z.string().max(200).nullable().default(null).meta({ title: 'Line under it' }),
      terms_url: z.url().nullable().default(null).meta({ title: 'Terms of service' }),
      privacy_url: z.url().nullable().default(null).meta({ title: 'Privacy policy' }),
      support_email: z.email().nullable().default(null).meta({ title: 'Support address' }),
    })
    .prefault({})
    .meta({ title: 'Branding' }),
  user_model: z
    .strictObject({
      first_name: presence('First name', 'optional'),
      last_name: presence('Last name', 'optional'),
    })
    .prefault({})
    .meta({ title: 'Profile' }),
  compliance: z
    .strictObject({ deletion_grace_days: z.int().min(0).max(90).default(30) })
    .prefault({})
    .meta({ title: 'Compliance', description: 'Read back as null although set.', writeOnly: true }),
  experimental: z
    .strictObject({
      sign_in_tokens: z.boolean().default(false),
      rollout_percent: z.int().min(0).max(100).default(0),
      regions: z.array(z.string()).default([]),
    })
    .prefault({}),
});
export type ConfigDocument = z.output<typeof ConfigDocument>;

/** What a client may write: nothing is required, everything is checked. */
export type ConfigInput = z.input<typeof ConfigDocument>;

export const configKeys: readonly string[] = Object.keys(ConfigDocument.shape);
