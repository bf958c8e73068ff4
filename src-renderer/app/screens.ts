import type { ScreenName } from '@renderer/state/route';
import type { EntityName } from '@shared/domain/entity';
import type { Scenario } from '@shared/domain/scenario';
import {
  Building2,
  Gauge,
  History,
  IdCard,
  LayoutDashboard,
  type LucideIcon,
  Network,
  Palette,
  PencilLine,
  RefreshCw,
  Settings2,
  ShieldCheck,
  Users,
} from 'lucide-react';
import { type ComponentType, lazy } from 'react';

export interface ScreenEntry {
  readonly name: ScreenName;
  readonly title: string;
  /** Where the rail shows it; null: reached from elsewhere. */
  readonly group: 'Work' | 'Control' | 'Assure' | 'Foot' | null;
  /** The screen that the rail marks instead, for one that it does not show. */
  readonly under?: ScreenName;
  readonly icon: LucideIcon;
  /** `G` and then this letter goes there. */
  readonly letter: string | null;
  /** What it shows or counts: where the copy lacks some of that, the screen says so. */
  readonly shows: readonly EntityName[];
  /** A screen takes no props: it reads the route and the feeds. */
  readonly component: ComponentType;
}

const screen = (load: () => Promise<ComponentType>): ComponentType =>
  lazy(async () => ({ default: await load() }));

/** Every screen that exists; the rail, the palette and the shortcuts follow this table, in this order. */
const screens: readonly ScreenEntry[] = [
  {
    name: 'overview',
    title: 'Overview',
    group: 'Work',
    icon: LayoutDashboard,
    letter: 'v',
    shows: ['organization', 'user', 'membership', 'invitation', 'role', 'application'],
    component: screen(
      async () => (await import('@renderer/screens/overview/overview-screen')).OverviewScreen,
    ),
  },
  {
    name: 'applications',
    title: 'Applications',
    group: 'Work',
    icon: Network,
    letter: 'a',
    shows: ['application', 'settings'],
    component: screen(
      async () => (await import('@renderer/screens/applications/applications-screen')).ApplicationsScreen,
    ),
  },
  {
    name: 'organizations',
    title: 'Organizations',
    group: 'Work',
    icon: Building2,
    letter: 'o',
    shows: ['organization', 'membership', 'invitation', 'role'],
    component: screen(
      async () => (await import('@renderer/screens/organizations/organizations-screen')).OrganizationsScreen,
    ),
  },
  {
    name: 'organization',
    title: 'Organization',
    group: null,
    under: 'organizations',
    icon: Building2,
    letter: null,
    shows: ['organization', 'membership', 'invitation', 'role'],
    component: screen(
      async () => (await import('@renderer/screens/organization/organization-screen')).OrganizationScreen,
    ),
  },
  {
    name: 'people',
    title: 'People',
    group: 'Work',
    icon: Users,
    letter: 'p',
    shows: ['user', 'membership'],
    component: screen(async () => (await import('@renderer/screens/people/people-screen')).PeopleScreen),
  },
  {
    name: 'memberships',
    title: 'Memberships',
    group: 'Work',
    icon: IdCard,
    letter: 'm',
    shows: ['membership', 'role'],
    component: screen(
      async () => (await import('@renderer/screens/memberships/memberships-screen')).MembershipsScreen,
    ),
  },
  {
    name: 'changes',
    title: 'Changes',
    group: 'Work',
    icon: PencilLine,
    letter: 'c',
    shows: [],
    component: screen(async () => (await import('@renderer/screens/changes/changes-screen')).ChangesScreen),
  },
  {
    name: 'roles',
    title: 'Roles',
    group: 'Control',
    icon: ShieldCheck,
    letter: 'r',
    shows: ['role', 'permission', 'membership'],
    component: screen(async () => (await import('@renderer/screens/roles/roles-screen')).RolesScreen),
  },
  {
    name: 'limits',
    title: 'Limits',
    group: 'Control',
    icon: Gauge,
    letter: 'l',
    shows: ['organization', 'membership', 'invitation'],
    component: screen(async () => (await import('@renderer/screens/limits/limits-screen')).LimitsScreen),
  },
  {
    name: 'branding',
    title: 'Branding',
    group: 'Control',
    icon: Palette,
    letter: 'b',
    shows: ['organization'],
    component: screen(
      async () => (await import('@renderer/screens/branding/branding-screen')).BrandingScreen,
    ),
  },
  {
    name: 'history',
    title: 'History',
    group: 'Assure',
    icon: History,
    letter: 'h',
    shows: [],
    component: screen(async () => (await import('@renderer/screens/history/history-screen')).HistoryScreen),
  },
  {
    name: 'sync',
    title: 'Sync',
    group: 'Foot',
    icon: RefreshCw,
    letter: 's',
    shows: [],
    component: screen(async () => (await import('@renderer/screens/sync/sync-screen')).SyncScreen),
  },
  {
    name: 'settings',
    title: 'Settings',
    group: 'Foot',
    icon: Settings2,
    letter: ',',
    shows: [],
    component: screen(
      async () => (await import('@renderer/screens/settings/settings-screen')).SettingsScreen,
    ),
  },
];

/** Where a screen exists that does not exist everywhere. */
const onlyIn: Readonly<Partial<Record<ScreenName, readonly Scenario[]>>> = {
  applications: ['platforms'],
  people: ['b2c', 'b2b'],
  organizations: ['b2b'],
  organization: ['b2b'],
  memberships: ['b2b'],
  roles: ['b2b'],
  limits: ['b2b'],
  branding: ['b2b'],
};

/** The screens that a workspace of a scenario has; those of every scenario when there is none. */
export function screensOf(scenario: Scenario | undefined): readonly ScreenEntry[] {
  if (scenario === undefined) return screens;
  return screens.filter(({ name }) => onlyIn[name]?.includes(scenario) ?? true);
}
