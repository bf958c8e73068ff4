import type { Outcome } from '../kit/outcome';
import { mutate } from '../rules/mutate';
import { addInstance } from '../seed/seed-application';
import { emptySpec, publishableKey } from './applications';
import { configOf, keepConfig } from './config-of';
import { domainView } from './domain-views';
import { keepDomain } from './domains';
import { platformRefusals } from './platform-refusals';
import { findApplication, instanceScope, instancesOf, type PlatformScope } from './platform-scope';

/** Body of `POST …/instances`, decoded. */
export type InstanceDraft = {
  readonly domain: string;
  readonly clone_instance_id?: string | null | undefined;
};

/**
 * Adds the production instance of an application, its config cloned from a development one where it is told so. Refuses with 404, and
 * (422) a second production instance, a domain in use, and a clone of what is no development instance.
 */
export const createInstance = (
  scope: PlatformScope,
  application: string,
  { domain, clone_instance_id: clone }: InstanceDraft,
): Outcome<object> =>
  mutate({ ...scope, instance: '' }, (note) => {
    const found = findApplication(scope, application);
    if (!found.ok) return found;
    const there = instancesOf(scope, application);
    if (there.some((each) => each.environment_type === 'production'))
      return platformRefusals.productionExists();
    const source = there.find(({ id }) => id === clone);
    if (clone && source === undefined) return platformRefusals.noClone(clone);
    const environmentType = 'production';
    const at = { stream: `created/${scope.mint('ins')}`, anchor: scope.now(), since: scope.now() };
    const id = addInstance(
      scope.db,
      { ...emptySpec('production', found.value.name), environmentType },
      application,
      at,
    );
    const own = { ...scope, instance: id };
    if (source) keepConfig(own, configOf({ ...scope, instance: source.id }));
    const kept = keepDomain(own, { name: domain });
    if (!kept.ok) return platformRefusals.domainElsewhere(domain);
    note({ entity: 'application', verb: 'update', id: application, mark: `instance ${id}` });
    const made = instanceScope(scope, application, id);
    if (!made.ok) return made;
    const secret = instancesOf(scope, application).find((each) => each.id === id)?.secret;
    return {
      ok: true,
      value: {
        object: 'instance',
        id,
        environment_type: environmentType,
        active_domain: domainView(kept.value),
        secret_key: secret,
        publishable_key: publishableKey(environmentType, `clerk.${domain}`),
        created_at: at.since,
        updated_at: at.since,
      },
    };
  });
