import type { BookName } from '@shared/domain/books/books';
import type { JsonValue } from '@shared/domain/json';
import { valueIn } from '../support/value-in';
import { openFleet } from './open-fleet';

/** A fleet that is held to what its books say. */
export async function openMeasured() {
  const fleet = await openFleet();
  const { engine } = fleet;
  return {
    ...fleet,
    keep: async (book: BookName, id: string, value: JsonValue) =>
      valueIn(await engine.call('writeBook', { book, put: [{ id, value }] })),
    summary: async () => valueIn(await engine.call('fleetSummary', {})),
    matrix: async (query = {}) => valueIn(await engine.call('fleetMatrix', query)),
    bring: async (asked: object) => valueIn(await engine.call('bringToBaseline', asked)),
  };
}

export const minLength = 'config.auth_password.min_length';

export const golden = (settings: Readonly<Record<string, JsonValue>>) => ({
  name: 'Golden',
  level: 'all',
  settings: Object.entries(settings).map(([path, value]) => ({ path, value })),
});
