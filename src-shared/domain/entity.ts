import { z } from 'zod';
import type { Model } from './kinds/model';
import { models } from './models/models';
import type { Scenario } from './scenario';

export type EntityName = keyof typeof models;

/** Every kind of record that Tenantry copies from the service: see `models`. */
export const EntityName = z.enum(Object.keys(models) as [EntityName, ...EntityName[]]);

/** The model of an entity, whichever it is. */
export const modelOf = (entity: EntityName): Model<EntityName> =>
  models[entity] as unknown as Model<EntityName>;

const every = <T>(read: (model: Model<EntityName>) => T): Readonly<Record<EntityName, T>> =>
  Object.fromEntries(EntityName.options.map((entity) => [entity, read(modelOf(entity))])) as Readonly<
    Record<EntityName, T>
  >;

/** How the interface names an entity, one and many. */
export const entityWords = every(({ words }) => words);

/**
 * What a workspace copies: the applications of a platform, or everything of one instance. In the order of the sweep.
 *
 * @param withToken whether it has a Platform token beside its key
 */
export function entitiesOf(scenario: Scenario, withToken = false): readonly EntityName[] {
  return EntityName.options.filter((entity) => {
    const { scenarios, withToken: besides = [] } = modelOf(entity);
    return scenarios.includes(scenario) || (withToken && besides.includes(scenario));
  });
}

/** What a workspace copies when it is asked to: see `asked` of a model. */
export function askedEntities(scenario: Scenario): readonly EntityName[] {
  return EntityName.options.filter((entity) => modelOf(entity).asked?.includes(scenario));
}

/** The order in which a sweep walks an instance. */
export const sweepOrder = entitiesOf('b2b');
