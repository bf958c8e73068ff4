import { createBooks } from '@main/books/books';
import { createFindings } from '@main/findings/create-findings';
import { test } from 'vitest';
import { everyList } from '../support/every-list';
import { valueIn } from '../support/value-in';
import { startRig } from '../sync/sync-rig';

test('x', async () => {
  const { store, sweep, sandbox } = await startRig({ scale: 0.05 });
  console.log(sandbox.secretKey);
  await sweep();
  const findings = createFindings({ store, capabilities: everyList, scenario: 'b2b', production: true, asOf: () => 1, now: Date.now });
  const all = valueIn(await findings.tryAll());
  for (const o of all.outcomes) console.log(o.check.severity, o.check.id, o.state, o.total, o.mendable, o.notKnown, o.reason);
  console.log(all.trend, createBooks);
});
