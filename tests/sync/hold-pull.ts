import { createIdentity } from '@main/identity/create-identity';
import { openStore } from '@main/store/open-store';
import { createSync } from '@main/sync/create-sync';
import { stageRole } from './stored-state';

/** A process of its own that pulls until the first memberships are there, stages an edit, and goes on pulling. */
const [directory = '', key = '', url = '', apiKey = ''] = process.argv.slice(2);
const store = await openStore({ directory, key, now: Date.now });
const now = Date.now;
const port = createIdentity({ url, apiKey, fetch, now });
const sync = createSync({ store, port, now });
let staged = false;
sync.subscribe(async () => {
  const walked = sync.status().collections.find(({ entity }) => entity === 'membership')?.done ?? 0;
  if (walked === 0 || staged) return;
  staged = true;
  const row = await stageRole(store);
  process.stdout.write(`${JSON.stringify({ staged: row.id })}\n`);
});
sync.start();
