import { isScreenIn, type ScreenData, type ScreenName, screenTable } from '@shared/contract/screens';
import type { Scenario } from '@shared/domain/scenario';
import {
  BookOpen,
  Building2,
  ClipboardCheck,
  CodeXml,
  CreditCard,
  Gauge,
  Globe,
  History,
  IdCard,
  KeyRound,
  LayoutDashboard,
  ListChecks,
  type LucideIcon,
  Mail,
  Network,
  Palette,
  PencilLine,
  Plug,
  RefreshCw,
  ScrollText,
  SearchCheck,
  Settings2,
  ShieldCheck,
  SlidersHorizontal,
  UserRoundPlus,
  UserSearch,
  Users,
} from 'lucide-react';
import { type ComponentType, lazy } from 'react';

export interface ScreenEntry extends ScreenData {
  readonly name: ScreenName;
  readonly under?: ScreenName;
  readonly icon: LucideIcon;
  /** A screen takes no props: it reads the route and the feeds. */
  readonly component: ComponentType;
}

const screen = (load: () => Promise<ComponentType>): ComponentType =>
  lazy(async () => ({ default: await load() }));

/** How each screen of the table looks. */
const looks = {
  overview: {
    icon: LayoutDashboard,
    component: screen(
      async () => (await import('@renderer/screens/overview/overview-screen')).OverviewScreen,
    ),
  },
  applications: {
    icon: Network,
    component: screen(
      async () => (await import('@renderer/screens/applications/applications-screen')).ApplicationsScreen,
    ),
  },
  domains: {
    icon: Globe,
    component: screen(async () => (await import('@renderer/screens/domains/domains-screen')).DomainsScreen),
  },
  baseline: {
    icon: ListChecks,
    component: screen(
      async () => (await import('@renderer/screens/baseline/baseline-screen')).BaselineScreen,
    ),
  },
  organizations: {
    icon: Building2,
    component: screen(
      async () => (await import('@renderer/screens/organizations/organizations-screen')).OrganizationsScreen,
    ),
  },
  organization: {
    icon: Building2,
    component: screen(
      async () => (await import('@renderer/screens/organization/organization-screen')).OrganizationScreen,
    ),
  },
  people: {
    icon: Users,
    component: screen(async () => (await import('@renderer/screens/people/people-screen')).PeopleScreen),
  },
  memberships: {
    icon: IdCard,
    component: screen(
      async () => (await import('@renderer/screens/memberships/memberships-screen')).MembershipsScreen,
    ),
  },
  changes: {
    icon: PencilLine,
    component: screen(async () => (await import('@renderer/screens/changes/changes-screen')).ChangesScreen),
  },
  roles: {
    icon: ShieldCheck,
    component: screen(async () => (await import('@renderer/screens/roles/roles-screen')).RolesScreen),
  },
  limits: {
    icon: Gauge,
    component: screen(async () => (await import('@renderer/screens/limits/limits-screen')).LimitsScreen),
  },
  plans: {
    icon: CreditCard,
    component: screen(async () => (await import('@renderer/screens/plans/plans-screen')).PlansScreen),
  },
  connections: {
    icon: Plug,
    component: screen(
      async () => (await import('@renderer/screens/connections/connections-screen')).ConnectionsScreen,
    ),
  },
  'find-person': {
    icon: UserSearch,
    component: screen(
      async () => (await import('@renderer/screens/find-person/find-person-screen')).FindPersonScreen,
    ),
  },
  'plan-book': {
    icon: BookOpen,
    component: screen(
      async () => (await import('@renderer/screens/plan-book/plan-book-screen')).PlanBookScreen,
    ),
  },
  policies: {
    icon: ScrollText,
    component: screen(
      async () => (await import('@renderer/screens/policies/policies-screen')).PoliciesScreen,
    ),
  },
  branding: {
    icon: Palette,
    component: screen(
      async () => (await import('@renderer/screens/branding/branding-screen')).BrandingScreen,
    ),
  },
  'sign-up': {
    icon: UserRoundPlus,
    component: screen(async () => (await import('@renderer/screens/sign-up/sign-up-screen')).SignUpScreen),
  },
  developers: {
    icon: CodeXml,
    component: screen(
      async () => (await import('@renderer/screens/developers/developers-screen')).DevelopersScreen,
    ),
  },
  templates: {
    icon: Mail,
    component: screen(
      async () => (await import('@renderer/screens/templates/templates-screen')).TemplatesScreen,
    ),
  },
  instance: {
    icon: SlidersHorizontal,
    component: screen(
      async () => (await import('@renderer/screens/instance/instance-screen')).InstanceScreen,
    ),
  },
  access: {
    icon: KeyRound,
    component: screen(async () => (await import('@renderer/screens/access/access-screen')).AccessScreen),
  },
  findings: {
    icon: SearchCheck,
    component: screen(
      async () => (await import('@renderer/screens/findings/findings-screen')).FindingsScreen,
    ),
  },
  reviews: {
    icon: ClipboardCheck,
    component: screen(async () => (await import('@renderer/screens/reviews/reviews-screen')).ReviewsScreen),
  },
  history: {
    icon: History,
    component: screen(async () => (await import('@renderer/screens/history/history-screen')).HistoryScreen),
  },
  sync: {
    icon: RefreshCw,
    component: screen(async () => (await import('@renderer/screens/sync/sync-screen')).SyncScreen),
  },
  settings: {
    icon: Settings2,
    component: screen(
      async () => (await import('@renderer/screens/settings/settings-screen')).SettingsScreen,
    ),
  },
} satisfies Readonly<Record<ScreenName, Pick<ScreenEntry, 'icon' | 'component'>>>;

const screens: readonly ScreenEntry[] = screenTable.map((data) => ({ ...data, ...looks[data.name] }));

/** The screens that a workspace of a scenario has; those of every scenario when there is none. */
export function screensOf(scenario: Scenario | undefined): readonly ScreenEntry[] {
  return screens.filter((each) => isScreenIn(each, scenario));
}
