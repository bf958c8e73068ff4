import { fine, type Tell } from './checks';

/** What runs here: this program, of that version, and what it stands on. */
export function examineVersions(version: string, tell: Tell): void {
  const { electron, node } = process.versions;
  const shell = electron === undefined ? '' : `Electron ${electron}, `;
  tell(fine('version', `Tenantry ${version}, ${shell}Node ${node}, ${process.platform} ${process.arch}`));
}
