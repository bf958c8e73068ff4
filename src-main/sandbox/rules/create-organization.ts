import { insertRows } from '../database/insert-rows';
import type { OrganizationRow } from '../database/rows';
import type { Outcome } from '../kit/outcome';
import { refusals } from '../kit/refusals';
import type { Scope } from '../kit/scope';
import { organizationSettings } from '../views/organization-settings';
import { organizationView } from '../views/organization-view';
import { addMembership } from './add-membership';
import { bothMetadata, type MetadataPatch } from './both-metadata';
import { checkOrganizationFields } from './check-organization-fields';
import { findUser } from './find-user';
import { mutate } from './mutate';

/** A slug made from a name; a number is appended until no organization of the instance has it. */
const freeSlug = ({ db, instance }: Scope, name: string): string => {
  const base =
    name
      .normalize('NFKD')
      .replace(/[\u0300-\u036f]/g, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'organization';
  const taken = new Set(
    db
      .all<{ slug: string }>('SELECT slug FROM organizations WHERE instance = ? AND slug >= ? AND slug < ?', [
        instance,
        base,
        `${base}~`,
      ])
      .map(({ slug }) => slug),
  );
  let slug = base;
  for (let number = 2; taken.has(slug); number += 1) slug = `${base}-${number}`;
  return slug;
};

/** Body of `POST /organizations`, decoded. */
export type OrganizationDraft = MetadataPatch & {
  readonly name: string;
  readonly slug?: string | null | undefined;
  readonly created_by?: string | null | undefined;
  readonly max_allowed_memberships?: number | null | undefined;
  readonly created_at?: string | null | undefined;
  readonly role_set_key?: string | null | undefined;
};

/** Creates an organization; `created_by` becomes its first member with the creator role. */
export const createOrganization = (scope: Scope, draft: OrganizationDraft): Outcome<object> =>
  mutate(scope, (note) => {
    const checked = checkOrganizationFields(scope, { ...draft, slug: draft.slug ?? undefined });
    if (!checked.ok) return checked;
    const creator = draft.created_by ? findUser(scope, draft.created_by) : undefined;
    if (creator?.ok === false) return refusals.creatorNotFound(draft.created_by ?? '');
    const metadata = bothMetadata({ public_metadata: '{}', private_metadata: '{}' }, draft, 'replace');
    if (!metadata.ok) return metadata;
    const settings = organizationSettings(scope);
    const at = scope.now();
    const row: OrganizationRow = {
      id: scope.mint('org'),
      name: draft.name,
      slug: draft.slug ?? freeSlug(scope, draft.name),
      created_by: creator?.value.id ?? null,
      image_id: null,
      max_allowed_memberships: draft.max_allowed_memberships ?? settings.max_allowed_memberships,
      admin_delete_enabled: Number(settings.admin_delete_enabled),
      role_set_key: draft.role_set_key ?? settings.initial_role_set_key,
      ...metadata.value,
      last_active_at: null,
      created_at: draft.created_at ? Date.parse(draft.created_at) : at,
      updated_at: at,
    };
    insertRows(scope.db, 'organizations', scope.instance, [row]);
    note({ entity: 'organization', verb: 'create', id: row.id, mark: row.slug });
    if (creator !== undefined) {
      const member = addMembership(scope, {
        organization_id: row.id,
        user_id: creator.value.id,
        role_id: settings.creator_role_id,
        public_metadata: '{}',
        private_metadata: '{}',
      });
      note({ entity: 'membership', verb: 'create', id: member.id, mark: `${row.id} ${creator.value.id}` });
    }
    return { ok: true, value: organizationView(row) };
  });
