import { expect, it } from 'vitest';
import { german } from '../../src-shared/language/german';
import { speak } from '../../src-shared/language/speak';
import { temporaryFolder } from '../support/folders/temporary-folder';

it('figures of an overview lead to as many rows in German as in English', async () => {
  speak('de', german);
  const { startSandbox } = await import('@main/sandbox/start-sandbox');
  const { entitiesOf } = await import('@shared/domain/entity');
  const { engineOn } = await import('./engine-on');
  const { placesOf } = await import('./overview-places');
  const sandbox = await startSandbox({ world: 'northwind', scale: 0.04 });
  const engine = await engineOn(sandbox, await temporaryFolder());
  const told = await placesOf(engine, entitiesOf('b2b'), '');
  expect(told.filter(({ figure, rows }) => figure !== rows)).toEqual([]);
  expect(told.length).toBeGreaterThan(20);
});
