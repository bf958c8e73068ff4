import type { Outcome } from '../kit/outcome';
import type { Scope } from '../kit/scope';
import { communicationView, instanceSettings, protectView, restrictionsView } from '../views/instance-view';
import { mutate } from './mutate';

type Patch = Readonly<Record<string, unknown>>;

/** Lays a patch over the stored settings; `mark`: which of them the effect tells. */
const change = <T>(
  scope: Scope,
  mark: string,
  laid: (before: Patch) => Patch,
  view: (scope: Scope) => T,
): Outcome<T> =>
  mutate(scope, (note) => {
    const before: Patch = instanceSettings(scope);
    scope.db.run('UPDATE instances SET settings = ? WHERE id = ?', [
      JSON.stringify({ ...before, ...laid(before) }),
      scope.instance,
    ]);
    note({ entity: 'settings', verb: 'update', id: scope.instance, mark });
    return { ok: true, value: view(scope) };
  });

const given = (patch: Patch): Patch =>
  Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== null && value !== undefined));

/** Edits the instance; most of what is written here can never be read back (spec: `PATCH /instance`). */
export const updateInstance = (scope: Scope, patch: Patch): Outcome<null> =>
  change(
    scope,
    'instance',
    () => patch,
    () => null,
  );

/** Edits who may sign up; null means unchanged. The answer alone shows what holds. */
export const updateRestrictions = (scope: Scope, patch: Patch): Outcome<object> =>
  change(
    scope,
    'restrictions',
    ({ restrictions }) => ({ restrictions: { ...(restrictions as Patch | undefined), ...given(patch) } }),
    restrictionsView,
  );

/** Switches what watches over sign-ins; null means unchanged. */
export const updateProtect = (scope: Scope, patch: Patch): Outcome<object> =>
  change(
    scope,
    'protect',
    ({ protect }) => ({ protect: { ...(protect as Patch | undefined), ...given(patch) } }),
    protectView,
  );

const regions = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });

/** Replaces the list of countries; what is no country is dropped in silence, left out or null it stays. */
export const updateCommunication = (
  scope: Scope,
  { blocked_country_codes: codes }: { readonly blocked_country_codes?: readonly string[] | null | undefined },
): Outcome<object> =>
  change(
    scope,
    'communication',
    () => (codes ? { blocked_country_codes: codes.filter((code) => regions.of(code) !== undefined) } : {}),
    communicationView,
  );
