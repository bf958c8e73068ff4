import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Row } from '@renderer/bridge/use-rows';
import type { Column } from '@renderer/ui/list/virtual-table/column';
import { EntityName } from '@shared/domain/entity';
import { beforeAll, expect, it, vi } from 'vitest';
import { now, type Place } from './row-values';
import { ofRecords, type Table, told } from './shown-by';

// Cells are drawn without a window; what they import asks for its address.
vi.stubGlobal('location', { hash: '', search: '', pathname: '/' });
vi.stubGlobal('history', { replaceState: () => undefined });
vi.stubGlobal('window', { addEventListener: () => undefined });

beforeAll(() => {
  vi.useFakeTimers({ now });
});

const names = new Map([
  ['org:admin', 'Administrators'],
  ['org:member', 'Crew'],
]);
const roles = { roles: [], names, pending: false, failure: undefined };

const person = 'with userEmail, beside.banned, beside.locked, beside.deprovisioned';
const since = (field: string): string => `${field}, beside.${field}Since; sorted by ${field}`;
const used = (nth: number): string => `beside.customer.limits.${nth}.used`;

/** By the name under which its file gives them to a screen. */
const tables: Readonly<
  Record<string, () => Promise<readonly [Table, shows: Readonly<Record<string, string>>]>>
> = {
  async personColumns() {
    const { personColumns } = await import('@renderer/screens/people/person-columns');
    return [ofRecords('user', personColumns), { Name: 'with banned, locked, deprovisioned' }];
  },
  async organizationColumns() {
    const { organizationColumns } = await import('@renderer/screens/organizations/organization-columns');
    return [
      ofRecords('organization', organizationColumns),
      {
        Seats: 'maxAllowedMemberships, seatsUsed; sorted by seatsUsed',
        Brand: 'branding.primaryColor; not what is staged',
        Changed: 'updatedAt',
      },
    ];
  },
  async limitColumns() {
    const { limitColumns } = await import('@renderer/screens/limits/limit-columns');
    return [
      ofRecords('organization', limitColumns),
      {
        Organization: 'name',
        Use: 'maxAllowedMemberships, seatsUsed; sorted by fullness; not what is staged',
        Free: 'freeSeats',
        Invited: 'pendingInvitationsCount',
        Limit: 'maxAllowedMemberships; with name',
        'In effect': 'seatLimit',
        From: 'seatLimitSource',
      },
    ];
  },
  async brandingColumns() {
    const { brandingColumns } = await import('@renderer/screens/branding/branding-columns');
    const colors = ['primaryColor', 'backgroundColor', 'textColor'].map((name) => `branding.${name}`);
    return [
      ofRecords('organization', brandingColumns),
      {
        Organization: 'name',
        'Primary, background, text': `${colors.join(', ')}; not what is staged`,
        Logo: 'hasLogo',
        Primary: 'primaryContrast',
        Verdict: 'brandVerdict; with textContrast, primaryContrast',
      },
    ];
  },
  async fleetBrandColumns() {
    const { fleetBrandColumns } = await import('@renderer/screens/branding/fleet-brand-columns');
    return [
      ofRecords('application', fleetBrandColumns),
      {
        Application: 'name',
        'Primary colour': 'config.branding.primary_color; not what is staged',
        // The pair that is worst here.
        'Worst contrast, light': 'config.branding.background_color; not what is staged',
        'Worst contrast, dark': 'config.branding.primary_color; not what is staged',
      },
    ];
  },
  async applicationColumns() {
    const { applicationColumns } = await import('@renderer/screens/applications/application-columns');
    return [
      ofRecords('application', applicationColumns(undefined)),
      {
        Application: 'name',
        Domain: 'with dns',
        Connections: 'config.connection_oauth_google.enabled; not what is staged',
      },
    ];
  },
  async customerColumns() {
    const { customerColumns } = await import('@renderer/screens/plan-book/customer-columns');
    return [
      ofRecords('application', customerColumns),
      {
        Customer: 'name',
        Plan: 'beside.customer.planName',
        ...{ People: used(0), Organizations: used(1), Seats: used(2), Invitations: used(3) },
        ...{ Connections: used(4), Domains: used(5), Templates: used(6) },
      },
    ];
  },
  async domainColumns() {
    const { domainColumns } = await import('@renderer/screens/domains/domain-columns');
    return [
      ofRecords('domain', domainColumns),
      {
        Application: 'beside.applicationName',
        ...{ DNS: since('dns'), Certificate: since('ssl'), Mail: since('mail') },
        'Reached by': 'sorted by proxyUrl',
      },
    ];
  },
  async connectionColumns() {
    const { connectionColumns } = await import('@renderer/screens/connections/connection-columns');
    return [
      ofRecords('enterpriseConnection', connectionColumns),
      {
        Organization: 'beside.organizationName',
        State: 'active',
        Certificate: 'certificateExpiresAt',
        'Last test': 'sorted by lastTestAt',
        Changed: 'updatedAt',
      },
    ];
  },
  async membershipColumns() {
    const { membershipColumns } = await import('@renderer/screens/memberships/membership-columns');
    return [
      ofRecords('membership', membershipColumns(names)),
      {
        Person: person,
        Role: 'sorted by role; with server.role',
        'Member for': 'createdAt',
        Changed: 'updatedAt',
      },
    ];
  },
  async memberColumns() {
    const { memberColumns } = await import('@renderer/screens/organization/members/member-columns');
    return [
      ofRecords(
        'membership',
        memberColumns(roles, null, () => undefined),
      ),
      {
        Person: person,
        Role: 'sorted by role; with organizationName, userName, server.role, beside.directoryId',
        'Member for': 'createdAt',
        Changed: 'updatedAt',
      },
    ];
  },
  async organizationDomainColumns() {
    const file = await import('@renderer/screens/organization/domains/organization-domain-columns');
    return [ofRecords('organizationDomain', file.organizationDomainColumns), { Added: 'createdAt' }];
  },
  async invitationColumns() {
    const { invitationColumns } = await import(
      '@renderer/screens/organization/invitations/invitation-columns'
    );
    return [ofRecords('invitation', invitationColumns), { Role: 'sorted by role', Sent: 'createdAt' }];
  },
  async roleSetColumns() {
    const { roleSetColumns } = await import('@renderer/screens/roles/role-set-columns');
    return [ofRecords('roleSet', roleSetColumns(names)), { Changed: 'updatedAt' }];
  },
  async fleetColumns() {
    const { fleetColumns } = await import('@renderer/screens/templates/fleet-columns');
    const held = {
      name: 'Acme',
      domain: 'acme.com',
      state: 'same',
      version: 1,
      differs: [],
      readAt: now - 60_000,
    };
    const other = {
      name: 'Birch',
      domain: '',
      state: 'differs',
      version: 2,
      differs: ['subject'],
      readAt: 0,
    };
    const places = Object.entries(other).map(([at, value]) => ({ at, held: undefined, other: value }));
    const rowWith = (changed?: Place) =>
      ({ ...held, ...(changed && { [changed.at]: changed.other }) }) as never;
    return [
      { columns: fleetColumns, places, rowWith, labelOf: () => undefined },
      {
        ...{ Application: 'name', State: 'state', Wording: 'version' },
        ...{ 'Differs in': 'differs', Domain: 'domain', Read: 'readAt' },
      },
    ];
  },
};

it.each(Object.entries(tables))('%s show their own fields and no other', async (_, read) => {
  const [table, shows] = await read();
  expect(told(table)).toEqual(shows);
});

/** Columns of ids, which say what these are called. */
const byName: Readonly<Partial<Record<EntityName, Readonly<Record<string, string>>>>> = {
  apiKey: { Holder: 'subject, beside.userName, beside.organizationName, beside.machineName' },
  applicationTransfer: { Application: 'applicationId, beside.applicationName' },
};

it('tables that are made of a model show their own fields and no other, as they are and as they were', async () => {
  const { modelColumns } = await import('@renderer/screens/kit/model-columns');
  const { pastColumns } = await import('@renderer/screens/history/as-of/past-columns');
  for (const entity of EntityName.options) {
    const { Added: added = 'createdAt', ...shows } = told(ofRecords(entity, modelColumns(entity)));
    expect([added, shows], entity).toEqual(['createdAt', byName[entity] ?? {}]);
    const past = pastColumns(entity).map(
      ({ text, cell, ...column }): Column<Row<EntityName>> => ({
        ...column,
        text: ({ record }) => text(record),
        ...(cell !== undefined && { cell: ({ record }) => cell(record) }),
      }),
    );
    const table = ofRecords(entity, past);
    // What was then was not staged.
    const places = table.places.filter(({ at }) => !at.startsWith('server.'));
    expect(told({ ...table, places }), entity).toEqual({});
  }
});

it('every table of the window is among them', () => {
  const room = 'src-renderer/screens';
  const files = readdirSync(room, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.tsx'),
  );
  const named = /(?:const|function) (\w*[cC]olumns)[:(<]/g;
  const found = files.flatMap((file) => [...readFileSync(join(room, file), 'utf8').matchAll(named)]);
  // Made of models (above), or put together of the others.
  const made = ['modelColumns', 'pastColumns', 'useColumns', 'useOwnColumns'];
  // Lines of a file, outcomes of a change, settings and pictures: no records.
  const others = ['rowColumns', 'columns', 'settingColumns', 'columns'];
  const known = [...Object.keys(tables), ...made, ...others];
  expect(found.map(([, name]) => name).toSorted()).toEqual(known.toSorted());
});
