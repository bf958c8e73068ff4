import type { Scope } from '../kit/scope';

/** Shows the instance (spec: `components/schemas/Instance`). */
export const instanceView = ({ db, instance }: Scope) => {
  const row = db.first<{ environment_type: string; settings: string }>(
    'SELECT environment_type, settings FROM instances WHERE id = ?',
    [instance],
  );
  if (row === undefined) throw new Error(`no instance ${instance}`);
  const settings = JSON.parse(row.settings) as { readonly allowed_origins: readonly string[] | null };
  return {
    object: 'instance',
    id: instance,
    environment_type: row.environment_type,
    allowed_origins: settings.allowed_origins,
    workspace_id: null,
  };
};
