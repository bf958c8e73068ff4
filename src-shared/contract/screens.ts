import { z } from 'zod';
import type { CapabilityName } from '../domain/capabilities';
import type { EntityName } from '../domain/entity';
import type { Scenario } from '../domain/scenario';
import { t } from '../language/t';

/** What window and shell alike know of a screen; how it looks is the window's (`src-renderer/app/screens.ts`). */
export interface ScreenData {
  readonly name: string;
  readonly title: string;
  /** Where the rail shows it; null: reached from elsewhere. */
  readonly group: 'Work' | 'Control' | 'Assure' | 'Foot' | null;
  /** The screen that the rail marks instead, for one that it does not show. */
  readonly under?: string;
  /** `G` and then this letter goes there. */
  readonly letter: string | null;
  /** So does `Ctrl` with this key, by the menu. */
  readonly key?: string;
  /** Workspaces that have it, where not all do. */
  readonly only?: readonly Scenario[];
  /** What it shows or counts: where the copy lacks some of that, the screen says so. */
  readonly shows: readonly EntityName[];
  /** What the service must have for what it shows to be of any use; without, it is grey, and says why. */
  readonly needs?: readonly CapabilityName[];
  /** Narrowed to the scope of the window by itself, and not by the lists that it shows: how far, as a sentence. */
  readonly scoped?: string;
  /** The first of these is what it lists: how many there are stands beside its entry. */
  readonly counted?: true;
}

/** Every screen that exists; rail, menu, palette and keys follow this table, in this order. */
export const screenTable = [
  {
    name: 'overview',
    title: t('Overview'),
    group: 'Work',
    letter: 'v',
    key: '1',
    shows: ['organization', 'user', 'membership', 'invitation', 'role', 'application'],
    scoped: t(
      'Counts, lists, findings, ends and changes are narrowed to it; reviews, staged changes and daily figures are not.',
    ),
  },
  {
    name: 'applications',
    title: t('Applications'),
    group: 'Work',
    letter: 'a',
    key: '7',
    only: ['platforms'],
    shows: ['application', 'settings', 'applicationTransfer', 'usageReading'],
    counted: true,
  },
  {
    name: 'find-person',
    title: t('Find a person'),
    group: 'Work',
    letter: 'q',
    only: ['platforms'],
    shows: ['application'],
  },
  {
    name: 'domains',
    title: t('Domains'),
    group: 'Control',
    letter: 'w',
    only: ['platforms'],
    shows: ['domain', 'application', 'domainIntent'],
    counted: true,
  },
  {
    name: 'baseline',
    title: t('Baseline'),
    group: 'Control',
    letter: 'f',
    only: ['platforms'],
    shows: ['application', 'settings'],
  },
  {
    name: 'organizations',
    title: t('Organizations'),
    group: 'Work',
    letter: 'o',
    key: '2',
    only: ['b2b'],
    needs: ['organizations'],
    shows: ['organization', 'membership', 'invitation', 'organizationDomain', 'role'],
    counted: true,
  },
  {
    name: 'organization',
    title: t('Organization'),
    group: null,
    under: 'organizations',
    letter: null,
    only: ['b2b'],
    shows: ['organization', 'membership', 'invitation', 'organizationDomain', 'role'],
  },
  {
    name: 'people',
    title: t('People'),
    group: 'Work',
    letter: 'p',
    key: '3',
    only: ['b2c', 'b2b'],
    shows: ['user', 'membership'],
    counted: true,
  },
  {
    name: 'memberships',
    title: t('Memberships'),
    group: 'Work',
    letter: 'm',
    key: '4',
    only: ['b2b'],
    needs: ['organizations'],
    shows: ['membership', 'role'],
    counted: true,
  },
  { name: 'changes', title: t('Changes'), group: 'Work', letter: 'c', key: '6', shows: [] },
  {
    name: 'roles',
    title: t('Roles'),
    group: 'Control',
    letter: 'r',
    key: '5',
    only: ['b2b'],
    needs: ['organizations'],
    shows: ['role', 'permission', 'membership', 'roleSet'],
    scoped: t('Roles belong to the whole instance: this screen shows all of them, and who holds one in it.'),
  },
  {
    name: 'limits',
    title: t('Limits'),
    group: 'Control',
    letter: 'l',
    only: ['b2b'],
    needs: ['organizations'],
    shows: ['organization', 'membership', 'invitation', 'subscriptionItem'],
  },
  {
    name: 'plans',
    title: t('Plans'),
    group: 'Control',
    letter: 'u',
    only: ['b2c', 'b2b'],
    needs: ['list.plan'],
    shows: ['plan', 'subscriptionItem'],
  },
  {
    name: 'plan-book',
    title: t('Plan book'),
    group: 'Control',
    letter: 'k',
    only: ['platforms'],
    shows: ['application', 'domain'],
  },
  {
    name: 'policies',
    title: t('Policies'),
    group: 'Control',
    letter: 'y',
    only: ['b2c', 'b2b'],
    needs: ['platform'],
    shows: ['application'],
  },
  {
    name: 'branding',
    title: t('Branding'),
    group: 'Control',
    letter: 'b',
    needs: ['branding'],
    shows: ['organization', 'application'],
  },
  {
    name: 'connections',
    title: t('Connections'),
    group: 'Control',
    letter: 't',
    only: ['b2c', 'b2b'],
    needs: ['list.enterpriseConnection'],
    shows: ['enterpriseConnection', 'directory'],
  },
  {
    name: 'sign-up',
    title: t('Sign-up'),
    group: 'Control',
    letter: 'i',
    only: ['b2c', 'b2b'],
    shows: [
      'instanceInvitation',
      'waitlistEntry',
      'allowlistIdentifier',
      'blocklistIdentifier',
      'redirectUrl',
      'settings',
    ],
  },
  {
    name: 'developers',
    title: t('Developers'),
    group: 'Control',
    letter: 'd',
    only: ['b2c', 'b2b'],
    shows: ['oauthApplication', 'jwtTemplate', 'machine', 'domain'],
  },
  {
    name: 'templates',
    title: t('Templates'),
    group: 'Control',
    letter: 'e',
    needs: ['list.template'],
    shows: ['template'],
  },
  {
    name: 'instance',
    title: t('Instance'),
    group: 'Control',
    letter: 'n',
    only: ['b2c', 'b2b'],
    shows: ['settings'],
  },
  {
    name: 'access',
    title: t('Access'),
    group: 'Assure',
    letter: 'x',
    only: ['b2b'],
    needs: ['organizations'],
    shows: ['membership', 'role', 'permission', 'user', 'organization'],
    scoped: t('The organization is filled in; the organizations of a person are all shown.'),
  },
  {
    name: 'findings',
    title: t('Findings'),
    group: 'Assure',
    letter: 'j',
    shows: [],
    scoped: t('Findings are narrowed to it; those of roles, settings and the like are not shown.'),
  },
  {
    name: 'reviews',
    title: t('Reviews'),
    group: 'Assure',
    letter: 'z',
    only: ['b2b', 'platforms'],
    needs: ['organizations'],
    shows: ['membership', 'role', 'user', 'organization'],
    scoped: t(
      'Reviews of it alone are listed, and a new one is of it; those of several organizations are not listed.',
    ),
  },
  {
    name: 'history',
    title: t('History'),
    group: 'Assure',
    letter: 'h',
    key: '8',
    shows: [],
    scoped: t(
      'Changes, comparisons and past tables are narrowed to it; those of roles and settings show all.',
    ),
  },
  { name: 'sync', title: t('Sync'), group: 'Foot', letter: 's', key: '9', shows: [] },
  { name: 'settings', title: t('Settings'), group: 'Foot', letter: ',', key: ',', shows: [] },
] as const satisfies readonly ScreenData[];

export type ScreenName = (typeof screenTable)[number]['name'];

export const ScreenName = z.enum(screenTable.map(({ name }) => name) as [ScreenName, ...ScreenName[]]);

/** Whether a workspace of a scenario has a screen; where there is none, every scenario's are meant. */
export function isScreenIn({ only }: ScreenData, scenario: Scenario | null | undefined): boolean {
  return !scenario || (only?.includes(scenario) ?? true);
}
