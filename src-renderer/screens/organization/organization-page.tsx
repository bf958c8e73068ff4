import { Skeleton, Tabs } from '@mantine/core';
import { HistoryFeed } from '@renderer/screens/history/history-feed';
import { historyRequest } from '@renderer/screens/history/history-filters';
import { HistoryToolbar } from '@renderer/screens/history/history-toolbar';
import { useHistory } from '@renderer/screens/history/use-history';
import tabs from '@renderer/screens/kit/screen-tabs.module.css';
import { useQuery } from '@renderer/screens/shared/use-query';
import { setParams, useRoute } from '@renderer/state/use-route';
import { formatCount } from '@renderer/ui/format/format-count';
import { keyName } from '@renderer/ui/format/key-name';
import { isDialogOpen } from '@renderer/ui/layout/dialog-open';
import { EmptyState } from '@renderer/ui/layout/empty-state';
import { isTyping } from '@renderer/ui/list/virtual-list/list-keys';
import { useNow } from '@renderer/ui/marks/use-now';
import { commandOf } from '@shared/contract/commands';
import type { Intent } from '@shared/domain/intent';
import type { JsonObject } from '@shared/domain/json';
import type { Organization } from '@shared/domain/records/record-map';
import { t } from '@shared/language/t';
import { History } from 'lucide-react';
import { useEffect } from 'react';
import { BrandingTab } from './branding/branding-tab';
import { DeletionNotice } from './deletion-notice';
import { DetailsTab } from './details/details-tab';
import { DomainsTab } from './domains/domains-tab';
import { InvitationsTab } from './invitations/invitations-tab';
import { LimitsTab } from './limits/limits-tab';
import { MembersTab } from './members/members-tab';
import { OrganizationHead } from './organization-head';
import classes from './organization-page.module.css';

const organizationTabs = [
  { id: 'members', title: t('Members') },
  { id: 'invitations', title: t('Invitations') },
  { id: 'limits', title: t('Limits') },
  { id: 'branding', title: t('Branding') },
  { id: 'history', title: t('History') },
  { id: 'details', title: t('Details') },
  { id: 'domains', title: t('Domains') },
] as const;

type OrganizationTab = (typeof organizationTabs)[number]['id'];

/** The tab that a route names; the first one for anything else. */
function tabOf(name: string | undefined): OrganizationTab {
  return organizationTabs.find(({ id }) => id === name)?.id ?? 'members';
}

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
    domains: extras.domains,
    members: extras.members,
    invitations: extras.invited,
  };
  return (
    <div className={classes.page}>
      <OrganizationHead record={record} />
      <DeletionNotice record={record} openIntents={openIntents} />
      <Tabs
        classNames={{ root: tabs.tabs, list: tabs.list, tab: tabs.tab }}
        value={tabOf(params.tab)}
        onChange={(tab) => openTab(tabOf(tab ?? undefined))}
        keepMounted={false}
      >
        <Tabs.List aria-label={t('Parts of {name}', { name: record.name })}>
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
        <Tabs.Panel value="members" className={tabs.panel}>
          <MembersTab organization={record} />
        </Tabs.Panel>
        <Tabs.Panel value="invitations" className={tabs.panel}>
          <InvitationsTab organization={record} />
        </Tabs.Panel>
        <Tabs.Panel value="domains" className={tabs.panel}>
          <DomainsTab organization={record} />
        </Tabs.Panel>
        <Tabs.Panel value="limits" className={tabs.panel}>
          <LimitsTab record={record} extras={extras} openIntents={openIntents} />
        </Tabs.Panel>
        <Tabs.Panel value="branding" className={tabs.panel}>
          <BrandingTab record={record} openIntents={openIntents} />
        </Tabs.Panel>
        <Tabs.Panel value="history" className={tabs.panel}>
          <HistoryTab organization={record} />
        </Tabs.Panel>
        <Tabs.Panel value="details" className={tabs.panel}>
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

/** Digits go to the tabs, 1 to the first; left to fields, and to dialogs. */
function useTabKeys(open: (tab: OrganizationTab) => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (commandOf('page', keyName(event)) !== 'tab') return;
      if (event.target === null || isTyping(event.target)) return;
      if (isDialogOpen()) return;
      const tab = organizationTabs[Number(event.key) - 1];
      if (!tab) return;
      event.preventDefault();
      open(tab.id);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [open]);
}

/** What was seen to change of the organization, its members, its invitations, and the roles that are held in it. */
function HistoryTab({ organization }: { readonly organization: Organization }) {
  const params = useRoute(({ route }) => route.params);
  const history = useHistory(
    useQuery({
      ...historyRequest(params, useNow(60_000)),
      about: { entity: 'organization' as const, id: organization.id },
    }),
  );
  return (
    <>
      <HistoryToolbar params={params} history={history} />
      <HistoryFeed
        label={t('History of {name}', { name: organization.name })}
        history={history}
        empty={
          <EmptyState
            icon={History}
            title={t('No change seen')}
            text={t(
              'Changes of {name}, its members, its invitations and the roles held in it are kept here from the first sync on, whoever made them.',
              { name: organization.name },
            )}
          />
        }
      />
    </>
  );
}
