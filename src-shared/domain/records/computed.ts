import { type EntityName, modelOf } from '../entity';
import type { Computed } from '../kinds/model';
import type { StagedMark } from './envelope';
import type { ComputedValues } from './record-map';

const computedOf = (entity: EntityName): Computed | undefined => modelOf(entity).computed;

/** Made once: a first sync asks for every record. */
const nothing = {};
const none: readonly string[] = [];

/** What follows from the visible values of a row, to be kept with it. Pure. */
export function computedFields<E extends EntityName>(
  entity: E,
  visible: object,
  staged: StagedMark | null,
): ComputedValues<E> {
  return (computedOf(entity)?.of(visible as never, staged?.fields ?? none) ?? nothing) as ComputedValues<E>;
}

/** The row as the models of the service know it: without what is computed of it. */
export function withoutComputed<Row extends object>(entity: EntityName, row: Row): Row {
  const computed = computedOf(entity);
  if (computed === undefined) return row;
  return Object.fromEntries(
    Object.entries(row).filter(([name]) => !Object.hasOwn(computed.fields, name)),
  ) as Row;
}
