import type { Outcome } from '../kit/outcome';
import type { Scope } from '../kit/scope';
import { mutate } from './mutate';

/** Edits the instance; most of what is written here can never be read back (spec: `PATCH /instance`). */
export const updateInstance = (scope: Scope, patch: Readonly<Record<string, unknown>>): Outcome<null> =>
  mutate(scope, (note) => {
    const row = scope.db.first<{ settings: string }>('SELECT settings FROM instances WHERE id = ?', [
      scope.instance,
    ]);
    const before = JSON.parse(row?.settings ?? '{}') as Readonly<Record<string, unknown>>;
    scope.db.run('UPDATE instances SET settings = ? WHERE id = ?', [
      JSON.stringify({ ...before, ...patch }),
      scope.instance,
    ]);
    note({ entity: 'settings', verb: 'update', id: scope.instance, mark: 'instance' });
    return { ok: true, value: null };
  });
