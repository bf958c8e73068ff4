/** A process that writes bulk after bulk and tells the number of each one that was acknowledged, until it is killed. */
import { openStore } from '@main/store/open-store';
import { sampleIntent, sampleRecord } from './sample-records';

const [directory = '', key = '', first = '1', bulkSize = '100'] = process.argv.slice(2);
const store = await openStore({ directory, key, now: Date.now });
for (let bulk = Number(first); ; bulk += 1) {
  await store.write({
    put: Array.from({ length: Number(bulkSize) }, (_, place) => ({
      entity: 'organization' as const,
      record: sampleRecord('organization', `org_${bulk}_${place}`, { name: `Acme ${bulk} ${place}` }),
    })),
    intents: [sampleIntent(bulk)],
  });
  process.send?.(bulk);
}
