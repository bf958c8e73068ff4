import type { Catalog } from './speak';

/** One catalog of several rooms. A text that one room has not translated yet is said as another room has it. */
export const catalogOf = (rooms: readonly Catalog[]): Catalog =>
  Object.fromEntries(
    rooms.flatMap((room) => Object.entries(room)).filter(([, translation]) => translation !== ''),
  );
