import { openEngine } from '@main/engine/open-engine';

/** Opens the workspace that `UPGRADE_ORDER` names with this version, says that it is open, and what it holds; then ends. */
const { directory, key, apiKey, url } = JSON.parse(process.env.UPGRADE_ORDER ?? '') as Record<string, string>;
process.stdout.write('begun\n');
const opened = await openEngine({
  directory: directory ?? '',
  databaseKey: key ?? '',
  apiKey: apiKey ?? '',
  url: url ?? '',
  workspace: { id: 'upgrade', name: 'Upgrade', scenario: 'b2b' },
  fetch,
});
if (!opened.ok) throw new Error(JSON.stringify(opened.error));
const engine = opened.value;
const read = async (operation: 'status' | 'intents' | 'verifyHistory') => {
  const result = await engine.call(operation, {});
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const { counts } = (await read('status')) as { counts: Record<string, number> };
const intents = (await read('intents')) as readonly { id: string; state: string }[];
const { fault } = (await read('verifyHistory')) as { fault: unknown };
const states = intents.map(({ id, state }) => `${id} ${state}`).sort();
process.stdout.write(`${JSON.stringify({ counts, states, fault })}\n`);
await engine.close();
