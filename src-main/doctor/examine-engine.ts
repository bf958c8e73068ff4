import type { Engine } from '@main/engine/engine';
import { inspectClosed } from '@main/engine/maintenance/closed-workspace';
import { type EngineOptions, openEngine } from '@main/engine/open-engine';
import type { EngineStatus } from '@shared/contract/status';
import { t } from '@shared/language/t';
import { failed, fine, type Tell } from './checks';
import { examineFiles } from './examine-files';
import { examineService } from './examine-service';

/** The system's way to the service is the window's: proxy, PAC and certificates are its settings. */
const way = '';

/** Examines a workspace whose engine runs; returns where that stands, null where it was not asked. */
export async function examineOpen(
  engine: Pick<Engine, 'call'>,
  { snapshot }: { readonly snapshot: boolean },
  tell: Tell,
): Promise<EngineStatus | null> {
  tell(fine('engine', t('it runs')));
  const whole = await examineFiles(() => engine.call('checkIntegrity', {}), tell);
  return whole ? examineService(engine, tell, { way, snapshot }) : null;
}

/** Examines a workspace that is unlocked and closed: its files first, and only where they are whole an engine over them, closed behind it; returns likewise. */
export async function examineClosed(options: EngineOptions, tell: Tell): Promise<EngineStatus | null> {
  const { directory, databaseKey, workspace } = options;
  if (!(await examineFiles(() => inspectClosed(directory, databaseKey), tell))) return null;
  const engine = await openEngine(options);
  if (!engine.ok) {
    tell(failed('engine', engine.error));
    return null;
  }
  tell(fine('engine', t('it starts')));
  const status = await examineService(engine.value, tell, {
    way,
    snapshot: workspace.snapshot !== undefined,
  });
  await engine.value.close();
  return status;
}
