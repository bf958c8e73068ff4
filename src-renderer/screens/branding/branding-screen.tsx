import { Tabs } from '@mantine/core';
import tabs from '@renderer/screens/kit/screen-tabs.module.css';
import { useCapability } from '@renderer/state/capabilities';
import { go, useRoute } from '@renderer/state/use-route';
import { useWorkspace } from '@renderer/state/use-session';
import { t } from '@shared/language/t';
import { ApplicationBranding } from './application-branding';
import { FleetBranding } from './fleet-branding';
import { OrganizationBrandings } from './organization-brandings';

type Whose = 'organizations' | 'application';

/** How sign-in looks: of one application, or of all that a platform has. */
export function BrandingScreen() {
  return useWorkspace()?.scenario === 'platforms' ? <FleetBranding /> : <OwnBranding />;
}

/** The application's own, and in B2B what organizations make of it. Whose it is stands in the route. */
function OwnBranding() {
  const shared = useWorkspace()?.scenario === 'b2b';
  const organizations = useCapability('organizations').state === 'available';
  const asked = useRoute(({ route }) => route.params.of);
  if (!shared) return <ApplicationBranding />;
  const whose: Whose =
    asked === 'application' || (asked === undefined && !organizations) ? 'application' : 'organizations';
  return (
    <Tabs
      classNames={{ root: tabs.tabs, list: tabs.list, tab: tabs.tab }}
      value={whose}
      onChange={(to) => go('branding', { params: to === 'application' ? { of: to } : {} })}
      keepMounted={false}
    >
      <Tabs.List aria-label={t('Whose branding')}>
        <Tabs.Tab value="organizations">{t('Organizations')}</Tabs.Tab>
        <Tabs.Tab value="application">{t('Application')}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="organizations" className={tabs.panel}>
        <OrganizationBrandings />
      </Tabs.Panel>
      <Tabs.Panel value="application" className={tabs.panel}>
        <ApplicationBranding />
      </Tabs.Panel>
    </Tabs>
  );
}
