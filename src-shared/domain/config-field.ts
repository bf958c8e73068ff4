import { t } from '../language/t';
import { keyWords, settingWords } from './config-words';
import { isJsonArray, type JsonValue } from './json';

/** Field paths of an application's config are this, a key and a setting: `config.auth_password.min_length`. */
export const configPrefix = 'config.';

/** What the service shows in the place of a secret (measured: `shared/facts/identity-api.md`, "Platform API"). */
const masks = /^[•*]+$|redacted/i;

/** What stands in the place of a secret from here on: it is sent once, and shown nowhere. */
export const secretMask = '••••••••';

/** Settings whose value is a secret, by their last word: which ones a schema hides, it tells only where it was copied. */
const secretNames =
  /(^|_)(secret|secret_key|api_key|password|private_key|signing_key|auth_token|access_token)$/;

export const isSecretSetting = (path: string): boolean =>
  path.startsWith(configPrefix) && secretNames.test(path.slice(path.lastIndexOf('.') + 1));

/** A value as anybody may see it. */
export const withoutSecret = (path: string, value: JsonValue): JsonValue =>
  isSecretSetting(path) && typeof value === 'string' && !isUnknownValue(value) ? secretMask : value;

/** The same of a value with others inside, however deep. */
export const withoutSecretsIn = (path: string, value: JsonValue): JsonValue => {
  if (value === null || typeof value !== 'object') return withoutSecret(path, value);
  if (isJsonArray(value)) return value.map((inner) => withoutSecretsIn(path, inner));
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, withoutSecretsIn(`${path}.${key}`, inner)]),
  );
};

/** A group of a config with this before its name is a provider that people sign in with. */
export const connection = 'connection_';

/** A map: a schema may name a setting `constructor`. */
const words: ReadonlyMap<string, string> = new Map(
  Object.entries({
    auth_email: t('Email'),
    auth_phone: t('Phone'),
    auth_username: t('Username'),
    auth_password: t('Passwords'),
    auth_passkey: t('Passkeys'),
    auth_multi_factor: t('Second factor'),
    auth_access_control: t('Access'),
    auth_attack_protection: t('Attack protection'),
    session: t('Session tokens'),
    session_settings: t('Sessions'),
    paths: t('Pages'),
    branding: t('Branding'),
    billing: t('Billing'),
    compliance: t('Compliance'),
    experimental: t('Experimental'),
    connection_oauth_github: 'GitHub',
    connection_oauth_gitlab: 'GitLab',
    connection_oauth_linkedin_oidc: 'LinkedIn',
    connection_oauth_hubspot: 'HubSpot',
    connection_oauth_huggingface: 'Hugging Face',
    connection_oauth_line: 'LINE',
    connection_oauth_tiktok: 'TikTok',
    organization_settings: t('Organizations'),
    user_model: t('Profile'),
  }),
);

/** `connection_oauth_google` as `Google`, `min_length` as `Min length`. */
export function configWords(key: string): string {
  const known = words.get(key);
  if (known !== undefined) return known;
  const plain = keyWords(key.replace(/^connection_(oauth_)?/, ''));
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}

/** Providers by the name that people's accounts have of them (`oauth_google`), as people say it. */
export const providerWords: Readonly<Record<string, string>> = Object.fromEntries(
  'apple atlassian bitbucket box coinbase discord dropbox facebook github gitlab google hubspot huggingface line linear linkedin_oidc microsoft notion slack spotify tiktok twitch vercel x xero'
    .split(' ')
    .map((name) => [`oauth_${name}`, configWords(`${connection}oauth_${name}`)]),
);

/** The one name of a setting, on every screen, where its key alone would not say enough. */
const names: Readonly<Record<string, string>> = {
  'auth_password.min_length': t('Least password length'),
  'auth_password.disable_hibp': t('Accept breached passwords'),
  'auth_multi_factor.required_for_sign_up': t('Second factor required'),
  'auth_access_control.sign_up_mode': t('Who may sign up'),
  'organization_settings.max_allowed_memberships': t('Seats of a new organization'),
};

/** A setting of an application's config, as editable fields are described. */
export interface ConfigField {
  readonly path: string;
  readonly label: string;
  readonly kind: 'config';
  readonly create: false;
}

/** The field of an application's config at a path; undefined for another path. */
export function configField(path: string): ConfigField | undefined {
  if (!path.startsWith(configPrefix)) return undefined;
  const [key = '', ...rest] = path.slice(configPrefix.length).split('.');
  if (key === '' || rest.length === 0 || rest.includes('')) return undefined;
  const label =
    names[path.slice(configPrefix.length)] ?? `${configWords(key)}: ${rest.map(settingWords).join(', ')}`;
  return { path, label, kind: 'config', create: false };
}

/** Whether a mask hides anywhere in a value. */
export const holdsMask = (value: JsonValue): boolean =>
  value !== null && typeof value === 'object'
    ? Object.values(value).some(holdsMask)
    : typeof value === 'string' && masks.test(value);

/** Whether a value read from a config says nothing of what is set: null, or the mask of a secret. It is never sent back. */
export function isUnknownValue(value: JsonValue | undefined): boolean {
  return value === null || value === undefined || (typeof value === 'string' && masks.test(value));
}
