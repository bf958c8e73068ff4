import { createRandom } from '../database/random';
import type { Outcome } from '../kit/outcome';
import { mutate } from '../rules/mutate';
import { platformRefusals } from './platform-refusals';
import { findApplication, type InstanceRow, instancesOf, type PlatformScope } from './platform-scope';

/** Body of `rotate_secret_keys`, decoded. */
export type Rotation = {
  readonly delay_old_secrets_expiration_hours?: number | undefined;
  readonly reason?: string | undefined;
};

const hourMs = 3_600_000;

/** A new key for an instance, inside the running transaction. */
export const newKey = (
  scope: PlatformScope,
  instance: Pick<InstanceRow, 'id' | 'environment_type'>,
): string => {
  const random = createRandom(`key/${scope.mint('ins')}`);
  const secret = `sk_${instance.environment_type === 'production' ? 'live' : 'test'}_${random.base62(42)}`;
  scope.db.run('INSERT INTO secret_keys VALUES (?, ?, NULL)', [secret, instance.id]);
  return secret;
};

/**
 * Gives the instances of an application, or one of them, new keys; all old ones end after the delay, at once without one. Keys that
 * end sooner are not given more time. Refuses with 404.
 */
export const rotateKeys = (
  scope: PlatformScope,
  { application, instance }: { readonly application: string; readonly instance?: string },
  { delay_old_secrets_expiration_hours: hours = 0 }: Rotation,
): Outcome<object> =>
  mutate({ ...scope, instance: '' }, (note) => {
    const found = findApplication(scope, application);
    if (!found.ok) return found;
    const chosen = instancesOf(scope, application).filter(
      (each) => instance === undefined || [each.id, each.environment_type].includes(instance),
    );
    if (instance !== undefined && chosen.length === 0) return platformRefusals.instanceNotFound(instance);
    const ends = scope.now() + hours * hourMs;
    const instances = chosen.map((each) => {
      scope.db.run(
        'UPDATE secret_keys SET revoked_at = ? WHERE instance = ? AND (revoked_at IS NULL OR revoked_at > ?)',
        [ends, each.id, ends],
      );
      const { id: instance_id, environment_type } = each;
      return { instance_id, environment_type, secret_key: newKey(scope, each) };
    });
    note({ entity: 'application', verb: 'update', id: application, mark: 'rotate_secret_keys' });
    return { ok: true, value: { application_id: application, name: found.value.name, instances } };
  });
