import { configWords } from '@shared/domain/config-field';
import { type ConfigGroup, type ConfigSetting, settingName } from '@shared/domain/config-settings';
import { t } from '@shared/language/t';

/** Settings of the config under one heading, as people look for them. */
export interface PolicySection {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly groups: readonly ConfigGroup[];
}

/** Branding has a room of its own. */
const elsewhere: readonly string[] = ['branding'];

const isConnection = (key: string): boolean => key.startsWith('connection_');

const headings: readonly (Omit<PolicySection, 'groups'> & { readonly has: (key: string) => boolean })[] = [
  {
    id: 'identifiers',
    title: t('Identifiers'),
    about: t('What people sign up and sign in with, and what a profile holds.'),
    has: (key) => ['auth_email', 'auth_phone', 'auth_username', 'user_model'].includes(key),
  },
  {
    id: 'passwords',
    title: t('Passwords and passkeys'),
    about: t('What a password must be like, and whether a passkey does instead.'),
    has: (key) => ['auth_password', 'auth_passkey'].includes(key),
  },
  {
    id: 'second-factor',
    title: t('Second factor'),
    about: t('What proves a person besides the first sign-in, and who needs it.'),
    has: (key) => key === 'auth_multi_factor',
  },
  {
    id: 'access',
    title: t('Access'),
    about: t('Who may sign up, and what is turned away.'),
    has: (key) => key === 'auth_access_control',
  },
  {
    id: 'protection',
    title: t('Attack protection'),
    about: t('What happens after failed attempts, and to bots.'),
    has: (key) => key === 'auth_attack_protection',
  },
  {
    id: 'sessions',
    title: t('Sessions'),
    about: t('How long somebody stays signed in, and what a session token says.'),
    has: (key) => key.startsWith('session'),
  },
  {
    id: 'connections',
    title: t('Connections'),
    about: t('Providers that people sign in with. Secrets are set here, and shown nowhere.'),
    has: isConnection,
  },
  {
    id: 'legal',
    title: t('Pages and legal'),
    about: t('Where people are sent, and how long what they asked to delete is kept.'),
    has: (key) => ['paths', 'compliance', 'legal'].includes(key),
  },
  { id: 'other', title: t('Everything else'), about: t('What else the config holds.'), has: () => true },
];

/** The groups under their headings, in order; a setting that the needle is not in is left out. Pure. */
export function policySections(groups: readonly ConfigGroup[], needle: string): readonly PolicySection[] {
  const left = merged(groups).filter(({ key }) => !elsewhere.includes(key));
  const taken = new Set<string>();
  return headings.flatMap(({ has, ...heading }) => {
    const own = left.filter(({ key }) => !taken.has(key) && has(key));
    for (const { key } of own) taken.add(key);
    const shown = own.flatMap((group) => {
      const settings = group.settings.filter((setting) => isNamed(heading.title, setting, needle));
      return settings.length === 0 ? [] : [{ ...group, settings }];
    });
    return shown.length === 0 ? [] : [{ ...heading, groups: shown }];
  });
}

/** One group by key, where a schema describes a part of it only. */
function merged(groups: readonly ConfigGroup[]): readonly ConfigGroup[] {
  const byKey = new Map<string, ConfigGroup>();
  for (const group of groups) {
    const known = byKey.get(group.key);
    byKey.set(
      group.key,
      known === undefined ? group : { ...known, settings: [...known.settings, ...group.settings] },
    );
  }
  return [...byKey.values()];
}

function isNamed(heading: string, setting: ConfigSetting, needle: string): boolean {
  const wanted = needle.trim().toLowerCase();
  const names = [heading, configWords(setting.group), settingName(setting), setting.title, setting.path];
  return names.some((name) => name.toLowerCase().includes(wanted));
}
