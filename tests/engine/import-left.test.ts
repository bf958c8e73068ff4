import { createIdentity } from '@main/identity/create-identity';
import { createImport } from '@main/import/create-import';
import { draftCall } from '@main/reconcile/service/remote-call';
import { createStaging } from '@main/reconcile/staging/create-staging';
import { importOperations } from '@shared/contract/import';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../support/folders/temporary-folder';
import { valueIn } from '../support/value-in';
import { openTempStore } from '../sync/sync-rig';

it('what is staged between look and staging leaves changes out: they are counted, and the rest is staged', async () => {
  const store = await openTempStore(await temporaryFolder());
  let ids = 0;
  const newId = (): string => {
    ids += 1;
    return `id${ids}`;
  };
  const staging = createStaging({ store, now: Date.now, newId });
  const reach = { url: 'http://127.0.0.1:1/v1', scenario: 'b2b', fetch, now: Date.now } as const;
  const identity = createIdentity({ ...reach, apiKey: 'sk_test_import' });
  const made = (slug: string) =>
    ({ entity: 'organization', action: { verb: 'create', values: { name: slug, slug } } }) as const;
  let between: readonly ReturnType<typeof made>[] = [];
  const imports = createImport({
    store,
    callOf: (draft, record) => draftCall(identity, draft, record),
    tryOut: staging.tryOut,
    stage: async (drafts, changeSetId) => {
      await staging.stage(between);
      return staging.stage(drafts, changeSetId);
    },
    requestsPer10s: 100,
  });
  const stage = async () => {
    const { file } = valueIn(await imports.open(new TextEncoder().encode('name,slug\nOne,one\nTwo,two\n')));
    const asked = importOperations.previewImport.input.parse({ file, entity: 'organization' });
    const { preview, changes } = valueIn(await imports.preview(asked));
    expect(changes).toBe(2);
    return imports.stage(preview, file, undefined);
  };
  between = [made('one')];
  const first = valueIn(await stage());
  expect(first).toMatchObject({ staged: 1, left: 1, why: expect.stringContaining('one') });
  const open = await store.intents({ states: ['staged'] });
  expect(open.map(({ action }) => 'values' in action && action.values?.slug).sort()).toEqual(['one', 'two']);
});
