import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createPackage } from '@electron/asar';
import { projectRoot } from '../project-root';

/** Puts this project's default app into a runtime made earlier: one rename, so that no start meets half of it. */
export async function putDefaultApp(dist: string): Promise<void> {
  const target = join(dist, 'resources', 'default_app.asar');
  const made = `${target}.${process.pid}`;
  try {
    await createPackage(join(projectRoot, 'scripts', 'runtime', 'default-app'), made);
    await rename(made, target);
  } finally {
    await rm(made, { force: true });
  }
}
