import type { Engine } from '@main/engine/engine';
import { MaintenanceProgress } from '@shared/contract/maintenance';
import { progressLine } from './progress-line';

/** Tells on stderr how far the work on the file is; returns the end of it. */
export function tellMaintenance(engine: Engine, work: string): () => void {
  const tell = progressLine(work);
  return engine.subscribe('maintenance', {}, (value) => {
    const progress = value.ok ? MaintenanceProgress.parse(value.value) : null;
    if (progress !== null) tell(progress.fraction);
  });
}
