import { type EntityName, modelOf } from '../entity';
import type { JsonObject } from '../json';
import type { Computed, Kept } from '../kinds/model';
import { blankOf } from './blank-of';
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

/** What its rows keep of what stands beside them; null where that is nothing. */
export const keptOf = (entity: EntityName): Kept | null => computedOf(entity)?.kept ?? null;

/** Its rows as they are where what stood beside them is not known: of a past moment. */
export const blankKept = (entity: EntityName): JsonObject =>
  Object.fromEntries(
    (keptOf(entity)?.fields ?? []).flatMap((name) => {
      const field = computedOf(entity)?.fields[name];
      return field === undefined ? [] : [[name, blankOf(field)] as const];
    }),
  );
