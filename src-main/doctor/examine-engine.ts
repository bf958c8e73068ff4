import type { Engine } from '@main/engine/engine';
import { inspectClosed } from '@main/engine/maintenance/closed-workspace';
import { type EngineOptions, openEngine } from '@main/engine/open-engine';
import { failed, fine, type Tell } from './checks';
import { examineFiles } from './examine-files';
import { examineService } from './examine-service';

/** The system's way to the service is the window's: proxy, PAC and certificates are its settings. */
const way = '';

/** Examines a workspace whose engine runs. */
export async function examineOpen(
  engine: Pick<Engine, 'call'>,
  { snapshot }: { readonly snapshot: boolean },
  tell: Tell,
): Promise<void> {
  tell(fine('engine', 'it runs'));
  if (await examineFiles(() => engine.call('checkIntegrity', {}), tell))
    await examineService(engine, tell, { way, snapshot });
}

/** Examines a workspace that is unlocked and closed: its files first, and only where they are whole an engine over them, closed behind it. */
export async function examineClosed(options: EngineOptions, tell: Tell): Promise<void> {
  const { directory, databaseKey, workspace } = options;
  if (!(await examineFiles(() => inspectClosed(directory, databaseKey), tell))) return;
  const engine = await openEngine(options);
  if (!engine.ok) return tell(failed('engine', engine.error));
  tell(fine('engine', 'it starts'));
  await examineService(engine.value, tell, { way, snapshot: workspace.snapshot !== undefined });
  await engine.value.close();
}
