import { t } from '../../language/t';
import { blankRecord } from '../blank-record';
import { editableFields } from '../editable-fields';
import { readField } from '../field-path';
import type { RecordId } from '../ids';
import type { Intent } from '../intent';
import type { JsonObject } from '../json';
import type { CreationValues } from '../records/creation-values';
import { rejectAbsent } from './absent';
import { firstFault } from './first-fault';
import type { PlanFacts } from './plan-facts';
import { serverOf } from './plan-facts';
import type { Rules } from './rules';
import { recordIn, seatKey } from './staging-world';
import { takeSlug } from './take-slug';
import { accept, type IntentSeed } from './validation';

type Values = CreationValues<'organization'>;

export const organization: Rules = {
  create: (batch, recordId, raw) => {
    const values: Values = raw;
    const fault = firstFault(batch, 'organization', raw);
    if (fault !== null) return fault;
    const { name = '', slug = '', createdBy, maxAllowedMemberships: limit = 0 } = values;
    const slugless = slug === '' ? null : takeSlug(batch, slug, recordId);
    if (slugless !== null) return slugless;
    if (createdBy !== undefined && recordIn(batch.world, 'user', createdBy) === undefined)
      return rejectAbsent(batch.world, 'user', createdBy, {
        none: t('There is no person {createdBy}.', { createdBy }),
        next: t('Choose the creator among the people.'),
      });
    batch.organizations.set(recordId, { name, limit, provisional: true });
    if (createdBy !== undefined) batch.seated.add(seatKey(recordId, createdBy));
    const first = Number(createdBy !== undefined);
    const effect = {
      organizationId: recordId,
      members: first,
      pending: 0,
      admins: first,
      limit,
      guarded: true,
    };
    return accept(seedsOf(recordId, values), [], effect);
  },
  remove: {},
  foreseen: () => ({ verdict: 'clean', theirs: null, reason: '' }),
  phase: (facts, intent) => {
    if (intent.action.verb === 'delete') return 11;
    if (intent.action.verb === 'create') return 2;
    return lowersSeats(facts, intent) ? 10 : 3;
  },
  seats: (_, { action, organizationId }) => {
    const limit =
      action.verb === 'create'
        ? action.values.maxAllowedMemberships
        : action.verb === 'update' && action.field === 'maxAllowedMemberships'
          ? Number(action.value)
          : undefined;
    return typeof limit === 'number' ? { organizationId, members: 0, pending: 0, admins: 0, limit } : null;
  },
  unique: ({ slug = '' }) => slug !== '',
  undoDeletion: () => ({
    kind: 'impossible',
    reason: t('A deleted organization comes back without its members, invitations and domains.'),
  }),
  lasting: '',
  /** What it is called and looks like; access, limits, policies and addresses (slugs) never are. */
  lowRisk: ({ field }) => field === 'name' || field === 'logo' || field.startsWith('branding.'),
};

/** The creation with what it carries, and an edit for each value that it cannot. */
function seedsOf(recordId: RecordId, values: Values): IntentSeed[] {
  const { name: label = '' } = values;
  const seed = { entity: 'organization', recordId, label, organizationId: recordId } as const;
  const later = editableFields.organization.filter(({ create }) => !create);
  const carried = Object.entries(values).filter(([path]) => !later.some((field) => field.path === path));
  const blank = blankRecord('organization', recordId, 0);
  return [
    { ...seed, action: { verb: 'create', values: Object.fromEntries(carried) as JsonObject } },
    ...later.flatMap(({ path }): IntentSeed[] => {
      const value = readField(values, path);
      const base = readField(blank, path) ?? null;
      if (value === undefined || value === base) return [];
      return [{ ...seed, action: { verb: 'update', field: path, base, value } }];
    }),
  ];
}

function lowersSeats(facts: PlanFacts, { action, recordId }: Intent): boolean {
  if (action.verb !== 'update' || action.field !== 'maxAllowedMemberships') return false;
  const now = serverOf(facts, 'organization', recordId)?.maxAllowedMemberships ?? 0;
  const next = Number(action.value);
  return next !== 0 && (now === 0 || next < now);
}
