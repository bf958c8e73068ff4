import { t } from '@shared/language/t';
import { fine, type Tell } from './checks';

/** What runs here: this program, of that version, and what it stands on. */
export function examineVersions(version: string, tell: Tell): void {
  const { electron, node } = process.versions;
  const shell = electron === undefined ? '' : t('Electron {electron}, ', { electron });
  tell(
    fine(
      'version',
      t('Tenantry {version}, {shell}Node {node}, {platform} {arch}', {
        version,
        shell,
        node,
        platform: process.platform,
        arch: process.arch,
      }),
    ),
  );
}
