import { z } from 'zod';
import { t } from '../language/t';
import { EntityName, modelOf } from './entity';
import type { Failure } from './failure';
import type { JsonObject } from './json';

/** A list of the service: what is copied from it can be shown, and looked at before something is made there. */
export type ListCapability = `list.${EntityName}`;

const listOf = (entity: EntityName): ListCapability => `list.${entity}`;

/** Everything that one instance has and another lacks, or one key may and another may not. */
const Had = z.enum([
  'platform',
  'branding',
  'organizations',
  'organizationSlugs',
  'organizationDomains',
  ...EntityName.options.map(listOf),
]);

/**
 * A change that the service takes: `takes.delete.user`, `takes.update.user.lastName` (of metadata its field alone),
 * `takes.perform.user.revokeSessions`, `takes.create.invitation`, and what a creation may say: `takes.create.invitation.notify`.
 */
const Taken = z.templateLiteral(['takes.', z.string()]);
export const takes = (
  verb: 'create' | 'update' | 'delete' | 'perform',
  entity: EntityName,
  what = '',
): z.infer<typeof Taken> => `takes.${verb}.${entity}${what === '' ? '' : `.${what}`}`;

/** An edit at a path of a record: of metadata, any value of its field. */
export const takenAt = (entity: EntityName, path: string): z.infer<typeof Taken> => {
  const [head = ''] = path.split('.');
  return takes('update', entity, modelOf(entity).fields[head]?.kind === 'json' ? head : path);
};

export const CapabilityName = z.union([Had, Taken]);
export type CapabilityName = z.infer<typeof CapabilityName>;

/**
 * Whether it is there. `refused`: the key may not; `unpaid`: the plan does not hold it; `off`: switched off in the instance;
 * `missing`: this service has no such thing.
 */
export const Capability = z.discriminatedUnion('state', [
  z.object({ state: z.literal('available') }),
  z.object({
    state: z.enum(['refused', 'unpaid', 'off', 'missing']),
    /** One sentence, for people. */
    reason: z.string(),
    next: z.string(),
  }),
]);
export type Capability = z.infer<typeof Capability>;

/** What is not named is there, as far as is known. */
export const Capabilities = z.partialRecord(CapabilityName, Capability);
export type Capabilities = z.infer<typeof Capabilities>;

export const available: Capability = { state: 'available' };

/** `RemoteFailure.lack`, as the service's adapter told it. */
const Told = z.object({ lack: z.enum(['refused', 'unpaid', 'off', 'missing']) });

/** What a list that was not read lacks for good; null for a failure that passes, or that says nothing of this list. */
export function lackOf(failure: Failure): Exclude<Capability['state'], 'available'> | null {
  const told = Told.safeParse(failure.detail).data;
  return told?.lack ?? (failure.code === 'forbidden' ? 'refused' : null);
}

interface Known {
  readonly entities: readonly EntityName[];
  /** Why lists were not read, as told last. */
  readonly failures: ReadonlyMap<EntityName, Failure>;
  /** The instance's settings of organizations (spec: `OrganizationSettings`); null while not copied. */
  readonly organizationSettings: JsonObject | null;
}

/** What the service was found to have, to let this key do and to have switched on. Pure. */
export function capabilitiesOf({ entities, failures, organizationSettings }: Known): Capabilities {
  const lists = Object.fromEntries(
    entities.map((entity): [ListCapability, Capability] => {
      const failure = failures.get(entity);
      const state = failure === undefined ? null : lackOf(failure);
      if (failure === undefined || state === null) return [listOf(entity), available];
      return [listOf(entity), { state, reason: failure.message, next: failure.next }];
    }),
  );
  const off = Object.values(lists).find(({ state }) => state === 'off');
  const organizations =
    organizationsOn(organizationSettings) && off === undefined ? available : organizationsOff;
  const platform = platformOf(entities, lists);
  return {
    ...lists,
    platform,
    // Where organizations have theirs, there is something to see without the application's.
    branding: organizations.state === 'available' ? available : platform,
    organizations,
    organizationSlugs: slugsOn(organizationSettings) ? available : slugsOff,
    organizationDomains: domainsOn(organizationSettings) ? available : domainsOff,
  };
}

/** The application and its config: there by a token only, and as far as that opens them. */
function platformOf(
  entities: readonly EntityName[],
  lists: Readonly<Record<string, Capability>>,
): Capability {
  const copied = entities.filter((entity) => modelOf(entity).withToken !== undefined);
  if (copied.length === 0) return tokenMissing;
  const told = copied.map((entity) => lists[listOf(entity)] ?? available);
  return told.find(({ state }) => state !== 'available') ?? available;
}

const tokenMissing: Capability = {
  state: 'off',
  reason: t(
    'Policies and branding of the application are read with a Platform token, and this workspace has none.',
  ),
  next: t('Add a Platform token under Settings.'),
};

const organizationsOn = (settings: JsonObject | null): boolean => settings?.enabled !== false;

/** Whether organizations have slugs: newer instances start without them. */
export const slugsOn = (settings: JsonObject | null): boolean => settings?.slug_disabled !== true;

/** Whether organizations have verified domains. */
export const domainsOn = (settings: JsonObject | null): boolean => settings?.domains_enabled !== false;

const organizationsOff: Capability = {
  state: 'off',
  reason: t('Organizations are switched off in this instance. What was copied before is kept.'),
  next: t('Switch them on in the settings of the instance, then sync again.'),
};

const slugsOff: Capability = {
  state: 'off',
  reason: t('This instance has slugs switched off.'),
  next: t('Leave the slug out.'),
};

export const domainsOff = {
  state: 'off',
  reason: t('This instance has verified domains of organizations switched off.'),
  next: t('Switch them on in the organization settings first.'),
} as const satisfies Capability;
