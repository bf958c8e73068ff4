import { Skeleton, Tabs } from '@mantine/core';
import { setParams, useRoute } from '@renderer/state/use-route';
import { formatCount } from '@renderer/ui/format-count';
import type { Intent } from '@shared/domain/intent';
import type { JsonObject } from '@shared/domain/json';
import type { Organization } from '@shared/domain/records/record-map';
import { BrandingTab } from './branding/branding-tab';
import { DeletionNotice } from './deletion-notice';
import { DetailsTab } from './details/details-tab';
import { HistoryTab } from './history-tab';
import { InvitationsTab } from './invitations/invitations-tab';
import { LimitsTab } from './limits/limits-tab';
import { MembersTab } from './members/members-tab';
import { OrganizationHead } from './organization-head';
import classes from './organization-page.module.css';
import { type OrganizationTab, organizationTabs, tabOf } from './organization-tabs';
import { useTabKeys } from './use-tab-keys';

interface OrganizationPageProps {
  /** Undefined while on its way. */
  readonly record: Organization | undefined;
  readonly extras: JsonObject;
  readonly openIntents: readonly Intent[];
}

/** Head and tabs; which tab is open stands in the route. */
export function OrganizationPage({ record, extras, openIntents }: OrganizationPageProps) {
  const params = useRoute(({ route }) => route.params);
  useTabKeys(openTab);
  if (!record) return <Skeleton m={16} height={14} width={280} />;
  const counts: Readonly<Partial<Record<OrganizationTab, unknown>>> = {
    members: extras.members,
    invitations: extras.invited,
  };
  return (
    <div className={classes.page}>
      <OrganizationHead record={record} />
      <DeletionNotice record={record} openIntents={openIntents} />
      <Tabs
        classNames={{ root: classes.tabs, list: classes.list, tab: classes.tab }}
        value={tabOf(params.tab)}
        onChange={(tab) => openTab(tabOf(tab ?? undefined))}
        keepMounted={false}
      >
        <Tabs.List aria-label={`Parts of ${record.name}`}>
          {organizationTabs.map(({ id, title }, index) => {
            const count = counts[id];
            return (
              <Tabs.Tab key={id} value={id} title={`${title} (${index + 1})`}>
                {title}
                {typeof count === 'number' && <span className={classes.count}>{formatCount(count)}</span>}
              </Tabs.Tab>
            );
          })}
        </Tabs.List>
        <Tabs.Panel value="members" className={classes.panel}>
          <MembersTab organization={record} />
        </Tabs.Panel>
        <Tabs.Panel value="invitations" className={classes.panel}>
          <InvitationsTab organization={record} />
        </Tabs.Panel>
        <Tabs.Panel value="limits" className={classes.panel}>
          <LimitsTab record={record} extras={extras} openIntents={openIntents} />
        </Tabs.Panel>
        <Tabs.Panel value="branding" className={classes.panel}>
          <BrandingTab record={record} openIntents={openIntents} />
        </Tabs.Panel>
        <Tabs.Panel value="history" className={classes.panel}>
          <HistoryTab organization={record} />
        </Tabs.Panel>
        <Tabs.Panel value="details" className={classes.panel}>
          <DetailsTab record={record} openIntents={openIntents} />
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}

/** Filters of one tab mean nothing on another. */
function openTab(tab: OrganizationTab): void {
  const { params } = useRoute.getState().route;
  setParams({ ...Object.fromEntries(Object.keys(params).map((name) => [name, ''])), tab });
}
