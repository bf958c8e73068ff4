import { configPrefix } from '../config-field';
import { editableField, hasConfig } from '../editable-fields';
import { EntityName, modelOf } from '../entity';
import type { Intent, IntentDraft } from '../intent';
import type { AnyField } from '../kinds/field';
import { secondFactorPath } from '../policy-reach';
import { fieldAt } from '../records/fields-of';

type Step = Pick<Intent | IntentDraft, 'entity' | 'action'>;

/** Whether its records give somebody a role in an organization. */
export const holdsRole = (entity: EntityName): boolean => fieldAt(entity, 'role')?.kind === 'role';

/** Whether its records are people's places in organizations: what the last admin is counted by. */
export const isMembership = (entity: EntityName): boolean => entity === 'membership';

/** Whether a change of such a record may give somebody a permission or take it: who is where, as what, and what that gives. */
export const decidesAccess = (entity: EntityName): boolean =>
  isMembership(entity) ||
  entity === 'user' ||
  modelOf(entity).scope === true ||
  Object.values<AnyField>(modelOf(entity).fields).some(({ kind }) => kind === 'permissions');

/** The role that a step gives to somebody; undefined when it gives none. */
export function roleGiven({ entity, action }: Step): unknown {
  if (!holdsRole(entity)) return undefined;
  if (action.verb === 'create') return action.values.role;
  return action.verb === 'update' && action.field === 'role' ? action.value : undefined;
}

/** Whether a step changes what a role allows. */
export const changesGrants = ({ entity, action }: Step): boolean =>
  action.verb === 'update' && editableField(entity, action.field)?.kind === 'permissions';

/** Whether a step decides about a person's access everywhere: deletes them, shuts them out or lets them in again. */
export const changesSignIn = ({ entity, action }: Step): boolean =>
  entity === 'user' &&
  (action.verb === 'delete' ||
    (action.verb === 'update' && (action.field === 'banned' || action.field === 'locked')));

/** Keys of the permissions that steps delete. */
export const deletedPermissions = (steps: readonly Intent[]): ReadonlySet<string> =>
  new Set(
    steps.flatMap(({ entity, action }) =>
      entity === 'permission' && action.verb === 'delete' ? [String(action.base.key)] : [],
    ),
  );

/** Keys of the permissions that drafts make, which roles beside them may give. Where such a draft is rejected, the service refuses the role. */
export const madePermissions = (drafts: readonly Step[]): readonly string[] =>
  drafts.flatMap(({ entity, action }) =>
    entity === 'permission' && action.verb === 'create' ? [String(action.values.key)] : [],
  );

/** Whether a step ends what organizations choose their roles from. */
export const endsSet = ({ entity, action }: Step): boolean =>
  entity === 'roleSet' && action.verb === 'perform' && action.operation === 'replace';

/** Whether a step deletes what people hold in organizations. */
export const deletesRole = ({ entity, action }: Step): boolean =>
  entity === 'role' && action.verb === 'delete';

/** Whether a step deletes what others are inside of. */
export const emptiesScope = ({ entity, action }: Step): boolean =>
  action.verb === 'delete' && modelOf(entity).scope === true;

/** What others stand inside of: organizations, and what a model says (`inside`). */
const homes: ReadonlySet<string | undefined> = new Set(
  EntityName.options.map((entity) => {
    const { inside, fields } = modelOf(entity);
    const field: AnyField | undefined = inside === undefined ? undefined : fields[inside];
    return modelOf(entity).scope ? entity : field?.to;
  }),
);

/** Whether a step deletes what open changes may stand inside of: they fall with it. */
export const emptiesHome = ({ entity, action }: Step): boolean =>
  action.verb === 'delete' && homes.has(entity);

/** Whether a step ends an application, with everybody in it. */
export const closesPool = ({ entity, action }: Step): boolean =>
  action.verb === 'delete' && hasConfig(entity);

/** Whether a step demands a second factor of everybody who signs in. */
export const demandsSecondFactor = ({ action }: Step): boolean =>
  action.verb === 'update' && action.field === secondFactorPath && action.value === true;

/** Whether a step changes the config of an application. */
export const changesConfig = ({ entity, action }: Step): boolean =>
  action.verb === 'update' && hasConfig(entity) && action.field.startsWith(configPrefix);
