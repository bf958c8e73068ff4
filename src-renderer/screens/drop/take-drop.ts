import { engine } from '@renderer/bridge/engine';
import { goWithFile, targetsFor } from '@renderer/state/file-targets';
import { notifyFailure, notifyNote } from '@renderer/state/notify';
import { readText } from '@renderer/state/text-file';
import { go, useRoute } from '@renderer/state/use-route';
import { assertNever } from '@shared/assert-never';
import type { Failure } from '@shared/contract/failure';
import type { ImportReport } from '@shared/contract/four-eyes';
import { dropKind } from './drop-kind';
import { type DropScene, leadDrop } from './lead-drop';

/** A file that a dialog above the screen takes. */
export type DroppedFile =
  | { readonly dialog: 'people' | 'review' | 'books'; readonly file: File }
  | { readonly dialog: 'change-set'; readonly report: ImportReport };

/** Brings a dropped file to what takes it on the screen; what a dialog takes is handed back, null for all else. */
export async function takeDrop(
  file: File,
  of: Pick<DropScene, 'scenario' | 'readOnly'>,
): Promise<DroppedFile | null> {
  const kind = await dropKind(file);
  const { screen, id } = useRoute.getState().route;
  const way = leadDrop(
    kind,
    file.name,
    {
      ...{ ...of, screen, id },
      images: targetsFor('image').map(({ label }) => label),
      tables: targetsFor('table').length > 0,
      views: targetsFor('view').length > 0,
    },
    kind === 'view' ? await file.text() : '',
  );
  switch (way.kind) {
    case 'here':
      targetsFor(way.target)[0]?.take(file);
      return null;
    case 'there':
      goWithFile(way.place, way.target, file);
      return null;
    case 'dialog':
      return way.dialog === 'change-set' ? takeChangeSet(file) : { dialog: way.dialog, file };
    case 'note':
      notifyNote(way.text);
      return null;
    default:
      return assertNever(way);
  }
}

/** Its dialog is about what was staged of it, which stands among the changes. */
async function takeChangeSet(file: File): Promise<DroppedFile | null> {
  const text = await readText(file);
  const taken = text.ok ? await engine.call('importChangeSet', { text: text.value }) : text;
  if (!taken.ok) return refused(taken.error);
  go('changes');
  return { dialog: 'change-set', report: taken.value };
}

function refused(failure: Failure): null {
  notifyFailure(failure);
  return null;
}
