import { campus } from './campus';
import { lumen } from './lumen';
import { northwind } from './northwind';
import type { WorldSpec } from './world-spec';

/** Every world the sandbox can seed, by name. */
export const worlds: ReadonlyMap<string, WorldSpec> = new Map(
  [northwind, lumen, campus].map((world) => [world.name, world]),
);
