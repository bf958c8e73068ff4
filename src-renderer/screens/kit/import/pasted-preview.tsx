import { InlineFailure } from '@renderer/ui/marks/inline-failure';
import type { EntityName } from '@shared/domain/entity';
import type { ImportOutcome } from '@shared/domain/import/import-row';
import { useState } from 'react';
import classes from './import-dialog.module.css';
import { ImportRows } from './import-rows';
import { ImportSummary } from './import-summary';
import type { ImportState } from './use-import';

/** What becomes of each pasted line, beside the text itself. */
export function PastedPreview({
  entity,
  state,
}: {
  readonly entity: EntityName;
  readonly state: ImportState;
}) {
  const { preview, busy, failure } = state;
  const [outcome, setOutcome] = useState<ImportOutcome | null>(null);
  // What was seen last keeps its place while it is looked at anew: else everything below jumps with each letter.
  const [last, setLast] = useState(preview);
  if (preview !== last && (preview !== null || !busy)) setLast(preview);
  const seen = preview ?? (busy ? last : null);
  const shown = outcome !== null && seen?.summary[outcome] === 0 ? null : outcome;
  return (
    <>
      {failure && <InlineFailure failure={failure} />}
      {seen && (
        <div className={classes.seen} inert={preview === null}>
          <ImportSummary preview={seen} outcome={shown} onOutcome={setOutcome} />
          <div className={classes.pasted}>
            <ImportRows entity={entity} preview={seen.preview} outcome={shown} stale={busy} />
          </div>
        </div>
      )}
    </>
  );
}
