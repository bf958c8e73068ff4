import { systemPermissions } from './system-permissions';
import type { PermissionSpec, RoleSpec, WorldSpec } from './world-spec';

const customPermissions: readonly PermissionSpec[] = [
  { key: 'org:invoices:read', name: 'Read invoices', description: 'See invoices and credit notes.' },
  { key: 'org:invoices:manage', name: 'Manage invoices', description: 'Issue, correct and void invoices.' },
  { key: 'org:reports:read', name: 'Read reports', description: 'Open dashboards and saved reports.' },
  { key: 'org:reports:export', name: 'Export reports', description: 'Download report data.' },
  { key: 'org:tickets:read', name: 'Read tickets', description: 'See support tickets.' },
  {
    key: 'org:tickets:reply',
    name: 'Reply to tickets',
    description: 'Answer on behalf of the organization.',
  },
  { key: 'org:tickets:close', name: 'Close tickets', description: 'Resolve and reopen tickets.' },
  { key: 'org:projects:read', name: 'Read projects', description: 'See projects and their files.' },
  { key: 'org:projects:create', name: 'Create projects', description: 'Start projects.' },
  { key: 'org:projects:delete', name: 'Delete projects', description: 'Delete projects and their files.' },
  {
    key: 'org:integrations:manage',
    name: 'Manage integrations',
    description: 'Connect and disconnect services.',
  },
  { key: 'org:webhooks:manage', name: 'Manage webhooks', description: 'Edit webhook endpoints and secrets.' },
  { key: 'org:audit_log:read', name: 'Read audit log', description: 'See who did what and when.' },
  {
    key: 'org:data_exports:run',
    name: 'Run data exports',
    description: 'Export all data of the organization.',
  },
];

const permissions = [...systemPermissions, ...customPermissions];

const roles: readonly RoleSpec[] = [
  {
    key: 'org:admin',
    name: 'Admin',
    description: 'Full control of the organization.',
    permissions: permissions.map(({ key }) => key),
    share: 0,
  },
  {
    key: 'org:member',
    name: 'Member',
    description: 'Works on projects and tickets.',
    permissions: [
      'org:sys_memberships:read',
      'org:reports:read',
      'org:projects:read',
      'org:projects:create',
      'org:tickets:read',
    ],
    share: 0.7,
  },
  {
    key: 'org:billing',
    name: 'Billing manager',
    description: 'Handles plans, invoices and payments.',
    permissions: [
      'org:sys_memberships:read',
      'org:sys_billing:read',
      'org:sys_billing:manage',
      'org:invoices:read',
      'org:invoices:manage',
      'org:reports:read',
    ],
    share: 0.07,
  },
  {
    key: 'org:support',
    name: 'Support agent',
    description: 'Answers tickets and looks things up.',
    permissions: [
      'org:sys_memberships:read',
      'org:sys_domains:read',
      'org:tickets:read',
      'org:tickets:reply',
      'org:tickets:close',
      'org:audit_log:read',
    ],
    share: 0.09,
  },
  {
    key: 'org:viewer',
    name: 'Viewer',
    description: 'Reads and changes nothing.',
    permissions: ['org:sys_memberships:read', 'org:reports:read', 'org:projects:read'],
    share: 0.14,
  },
];

/**
 * Northwind: a B2B product with 200 customer organizations, 5,000 users and 9,000 memberships at scale 1.
 *
 * 600 users belong to no organization; 420 invitations, most of them pending.
 */
export const northwind: WorldSpec = {
  name: 'northwind',
  applications: (scale) => [
    {
      key: 'northwind',
      name: 'Northwind',
      scenario: 'b2b',
      environmentType: 'production',
      organizationsEnabled: true,
      counts: {
        organizations: Math.round(200 * scale),
        users: Math.round(5_000 * scale),
        memberships: Math.round(9_000 * scale),
        invitations: Math.round(420 * scale),
        personalAccounts: Math.round(600 * scale),
      },
      permissions,
      roles,
      creatorRole: 'org:admin',
      domainsDefaultRole: 'org:member',
      defaultSeats: 25,
      platform: { domain: 'northwind.example', color: '#0b6e4f', plan: 'growth', shownAs: 'Northwind' },
    },
  ],
};
