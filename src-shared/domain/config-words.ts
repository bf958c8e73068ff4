import { t } from '../language/t';

/**
 * Names of settings of an application's config, as the real config has them (`facts/identity-api.md`, "Platform API"); what the
 * service adds is named by its key. A map: a schema may name a setting `constructor`.
 */
const settings: ReadonlyMap<string, string> = new Map(
  Object.entries({
    enabled: t('enabled'),
    required: t('required'),
    used_for_sign_in: t('used for sign in'),
    verify_at_sign_up: t('verify at sign up'),
    min_length: t('min length'),
    require_numbers: t('require numbers'),
    require_special_char: t('require special char'),
    disable_hibp: t('disable hibp'),
    authenticator_app: t('authenticator app'),
    phone_code: t('phone code'),
    backup_code: t('backup code'),
    required_for_sign_up: t('required for sign up'),
    sign_up_mode: t('sign up mode'),
    allowlist_enabled: t('allowlist enabled'),
    blocklist_enabled: t('blocklist enabled'),
    block_disposable_email_domains: t('block disposable email domains'),
    user_lockout_enabled: t('user lockout enabled'),
    max_attempts: t('max attempts'),
    bot_protection: t('bot protection'),
    email_link: t('email link'),
    require_same_client: t('require same client'),
    maximum_lifetime: t('maximum lifetime'),
    inactivity_timeout: t('inactivity timeout'),
    lifetime: t('lifetime'),
    claims: t('claims'),
    sign_in_url: t('sign in URL'),
    sign_up_url: t('sign up URL'),
    after_sign_in_url: t('after sign in URL'),
    max_allowed_memberships: t('max allowed memberships'),
    admin_delete_enabled: t('admin delete enabled'),
    domains_enabled: t('domains enabled'),
    force_organization_selection: t('force organization selection'),
    organization_creation_defaults: t('organization creation defaults'),
    automatic_organization_creation: t('automatic organization creation'),
    organization_enabled: t('organization enabled'),
    user_enabled: t('user enabled'),
    application_name: t('application name'),
    primary_color: t('primary colour'),
    background_color: t('background colour'),
    text_color: t('text colour'),
    sign_in_title: t('sign in title'),
    sign_in_subtitle: t('sign in subtitle'),
    terms_url: t('terms URL'),
    privacy_url: t('privacy URL'),
    support_email: t('support email'),
    first_name: t('first name'),
    last_name: t('last name'),
    deletion_grace_days: t('deletion grace days'),
    sign_in_tokens: t('sign in tokens'),
    rollout_percent: t('rollout percent'),
    regions: t('regions'),
    client_id: t('client ID'),
    client_secret: t('client secret'),
    scopes: t('scopes'),
  }),
);

/** Words that are said letter by letter. */
const letters = /\b(api|dns|html|id|ip|jwt|mfa|oidc|saml|sms|sso|totp|ttl|uri|url)\b/g;

/** A key of the service in words, as far as nobody named it: `logo_url` as `logo URL`. */
export const keyWords = (key: string): string =>
  key.replaceAll('_', ' ').replaceAll(letters, (word) => word.toUpperCase());

/** `used_for_sign_in` as `used for sign in`, in the language spoken where the setting is known. */
export const settingWords = (key: string): string => settings.get(key) ?? keyWords(key);
