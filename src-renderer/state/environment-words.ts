import type { WorkspaceInfo } from '@shared/contract/workspace-info';
import { t } from '@shared/language/t';

/** What kind of instance a workspace is of. */
export const environmentWords: Readonly<Record<WorkspaceInfo['environment'], string>> = {
  sandbox: t('sandbox'),
  development: t('development'),
  production: t('production'),
};
