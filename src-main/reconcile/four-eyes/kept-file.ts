import type { Store } from '@main/store/store';
import type { TextFile } from '@shared/contract/four-eyes';
import type { ChangeSetId } from '@shared/domain/ids';
import { writtenAs } from './read-signed-file';
import { SignedFile } from './signed-file';

/** Key under which the signed file of a change set is kept, as it was exported or imported last. */
export const fileKey = (id: ChangeSetId): string => `signed/file/${id}`;
/** Key under which the change set of a manifest is kept, by the manifest's hash. */
export const byDigestKey = (digest: string): string => `signed/set/${digest}`;

/** Key under which the intents are kept that a manifest signed here was made of, by its hash. */
export const signedIdsKey = (digest: string): string => `signed/intents/${digest}`;

export async function readKeptFile(store: Store, id: ChangeSetId): Promise<SignedFile | null> {
  const kept = SignedFile.safeParse(await store.meta(fileKey(id)));
  return kept.success ? kept.data : null;
}

/** The file as it is saved, named after the set and what was said of it. */
export function textFile(file: SignedFile): TextFile {
  const { title } = file.manifest;
  const slug = title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  const said = file.verdicts.at(-1)?.decision;
  const suffix = said === undefined ? '' : `.${said}`;
  return {
    fileName: `${slug || 'change-set'}${suffix}.tenantry.json`,
    text: writtenAs(file),
  };
}
