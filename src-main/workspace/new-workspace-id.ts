import { randomBytes } from 'node:crypto';
import { WorkspaceId } from '@shared/domain/ids';

/** A fresh id that tells a person what it is: the name in plain letters, and enough chance to be unique. */
export function newWorkspaceId(name: string): WorkspaceId {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
  return WorkspaceId.parse(`${plain || 'workspace'}-${randomBytes(5).toString('hex')}`);
}
