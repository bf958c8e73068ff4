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
  const shown = outcome !== null && preview?.summary[outcome] === 0 ? null : outcome;
  return (
    <>
      {failure && <InlineFailure failure={failure} />}
      {preview && (
        <>
          <ImportSummary preview={preview} outcome={shown} onOutcome={setOutcome} />
          <div className={classes.pasted}>
            <ImportRows entity={entity} preview={preview.preview} outcome={shown} stale={busy} />
          </div>
        </>
      )}
    </>
  );
}
