import { join } from 'node:path';
import { projectRoot } from '../../../scripts/project-root';

/** Where a run lists the temporary folders that it made: one small file each, so that workers need no lock. */
export const folderList = (): string => join(projectRoot, 'test-results', '.folders');
