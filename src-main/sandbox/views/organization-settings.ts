import type { Scope } from '../kit/scope';

/** Organization settings as stored; roles by id, as they are written (reads of the service return keys). */
export type OrganizationSettings = {
  readonly enabled: boolean;
  /** Seat limit of new organizations; 0 means none. */
  readonly max_allowed_memberships: number;
  readonly max_allowed_roles: number;
  readonly max_role_sets_allowed: number;
  readonly max_allowed_domains: number;
  readonly admin_delete_enabled: boolean;
  readonly domains_enabled: boolean;
  readonly slug_disabled: boolean;
  readonly domains_enrollment_modes: readonly string[];
  readonly creator_role_id: string;
  readonly domains_default_role_id: string;
  readonly initial_role_set_key: string | null;
};

/** Reads the organization settings of the instance. */
export const organizationSettings = ({ db, instance }: Scope): OrganizationSettings => {
  const row = db.first<{ organization_settings: string }>(
    'SELECT organization_settings FROM instances WHERE id = ?',
    [instance],
  );
  if (row === undefined) throw new Error(`no instance ${instance}`);
  return JSON.parse(row.organization_settings) as OrganizationSettings;
};
