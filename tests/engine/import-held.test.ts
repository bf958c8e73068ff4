import { expect, it } from 'vitest';
import { valueIn } from '../support/value-in';
import { openCopy } from './import-rig';

it('a text that is opened again, before the former look is let go of, stays open until both are', async () => {
  const { engine, open } = await openCopy();
  const text = 'email\ntwice@import.example';
  const [{ file }] = [valueIn(await open(text)), valueIn(await open(text))];
  for (const answer of [{ ok: true }, { error: { code: 'not-found' } }]) {
    valueIn(await engine.call('closeImport', { file }));
    expect(await engine.call('previewImport', { file, entity: 'user' })).toMatchObject(answer);
  }
});
