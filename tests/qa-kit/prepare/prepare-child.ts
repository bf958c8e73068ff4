import { text } from 'node:stream/consumers';
import { waitForSweep } from '@main/cli/wait-for-sweep';
import { openEngine } from '@main/engine/open-engine';
import { createWorkspace } from '@main/workspace/create-workspace';
import { environmentOf } from '@main/workspace/environment-of';
import { WorkspaceId } from '@shared/domain/ids';
import { Scenario } from '@shared/domain/scenario';
import { z } from 'zod';
import { valueIn } from '../../support/value-in';

const Wanted = z.object({
  directory: z.string(),
  id: WorkspaceId,
  name: z.string(),
  scenario: Scenario,
  url: z.string(),
  apiKey: z.string(),
  platformToken: z.string().optional(),
  passphrase: z.string(),
  /** Where the clock stands, ms; null for the real time. */
  now: z.number().nullable(),
});
export type Wanted = z.infer<typeof Wanted>;

/** Makes the workspace that standard input asks for and copies the whole service into it; prints what its vault holds. */
const { passphrase, now: moment, ...facts } = Wanted.parse(JSON.parse(await text(process.stdin)));
const now = moment === null ? Date.now : () => moment;
const { secrets } = valueIn(
  await createWorkspace({
    ...facts,
    kind: 'remote',
    environment: environmentOf(facts.scenario, facts.apiKey),
    protection: { kind: 'passphrase', passphrase },
    createdAt: now(),
  }),
);
const { directory, url, id, name, scenario } = facts;
const workspace = { id, name, scenario };
const engine = valueIn(await openEngine({ ...secrets, directory, url, workspace, fetch, now }));
valueIn(await waitForSweep(engine));
await engine.close();
process.stdout.write(JSON.stringify(secrets));
