export const organizationTabs = [
  { id: 'members', title: 'Members' },
  { id: 'invitations', title: 'Invitations' },
  { id: 'limits', title: 'Limits' },
  { id: 'branding', title: 'Branding' },
  { id: 'history', title: 'History' },
  { id: 'details', title: 'Details' },
] as const;

export type OrganizationTab = (typeof organizationTabs)[number]['id'];

/** The tab that a route names; the first one for anything else. */
export function tabOf(name: string | undefined): OrganizationTab {
  return organizationTabs.find(({ id }) => id === name)?.id ?? 'members';
}
