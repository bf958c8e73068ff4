import { actsOf } from '@shared/domain/acts';
import { EntityName } from '@shared/domain/entity';
import type { JsonObject, JsonValue } from '@shared/domain/json';
import type { Act } from '@shared/domain/kinds/act';
import type { Kind } from '@shared/domain/kinds/kinds';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { certificate } from './certificate';
import type { ReconcileRig } from './reconcile-rig';

/** What an act is done with, by kind. */
const given: Readonly<Partial<Record<Kind, JsonValue>>> = {
  roles: ['org:billing'],
  email: 'further@new.example',
  phone: '+41795550199',
  setKey: 'role_set:default',
  prose: certificate,
  secret: 'another-secret',
  roleMap: { 'org:viewer': 'org:member' },
};

/** What an act on one of these records is done with. */
export const valuesOf = (act: Act, others: readonly StoredRecord[]): JsonObject =>
  Object.fromEntries(
    Object.entries(act.values ?? {}).map(([name, { kind, to }]) => [
      name,
      (to === undefined ? undefined : others.at(-1)?.id) ??
        given[kind] ??
        (name === 'from' ? 'org:viewer' : 'org:member'),
    ]),
  );

/** Records that acts can be tried on. */
const chosen: Readonly<Partial<Record<EntityName, (record: StoredRecord) => boolean>>> = {
  organizationDomain: (record) => 'ownership' in record && record.ownership === '',
  roleSet: (record) => 'roleKeys' in record && !record.roleKeys.includes('org:billing'),
  waitlistEntry: (record) => 'status' in record && record.status === 'pending',
  oauthApplication: (record) => 'public' in record && !record.public,
  template: (record) => 'canRevert' in record && record.canRevert,
  user: (record) => 'twoFactorEnabled' in record && record.twoFactorEnabled && record.lastActiveAt > 0,
};

/** Records of an entity that its acts can be tried on. */
export async function subjects(
  { store }: Pick<ReconcileRig, 'store'>,
  entity: EntityName,
): Promise<readonly StoredRecord[]> {
  const rows: readonly StoredRecord[] = await store.list(entity, []);
  return rows.filter(chosen[entity] ?? (() => true));
}

/** One of them, by place, that has what the act is about: a certificate is of SAML only. What earlier acts did does not count. */
export function subjectOf(act: Act, all: readonly StoredRecord[], place: number): StoredRecord {
  const one = fitting(act, all, place);
  if (one === null) throw new Error(`nothing to do ${act.label} to`);
  return one;
}

/** The same; null where this world has none. */
export function fitting(act: Act, all: readonly StoredRecord[], place = 0): StoredRecord | null {
  const fit = all.filter((row) =>
    Object.values(act.values ?? {}).every(({ fits }) => fits?.({ ...row }) ?? true),
  );
  return fit[place] ?? fit[0] ?? null;
}

/** What the Platform API does is tried where there is one: `tests/engine/applications.test.ts`, `tests/engine/fleet-domains.test.ts`, `tests/engine/fleet-announced.test.ts`. */
const ofPlatforms: readonly EntityName[] = ['application', 'domain', 'domainIntent', 'applicationTransfer'];
/** Who has acts at the Backend API. */
export const acting = EntityName.options.filter(
  (entity) => Object.keys(actsOf(entity)).length > 0 && !ofPlatforms.includes(entity),
);
