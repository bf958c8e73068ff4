import { canonicalJson } from '@shared/domain/json';
import type { WrapTarget } from './vault/wrap-secrets';
import type { Workspace } from './workspace';
import { workspacePaths } from './workspace-paths';

/** What the vault of a workspace is sealed for. */
export function vaultTarget({
  directory,
  info: { id, url, scenario, environment, kind, snapshot, service },
}: Pick<Workspace, 'directory' | 'info'>): WrapTarget {
  const bound = {
    ...{ url, scenario, environment, kind },
    ...(snapshot && { snapshot: canonicalJson(snapshot) }),
    ...(service && { service }),
  };
  return { context: id, bound, profileKeyFile: workspacePaths(directory).profileKey };
}
