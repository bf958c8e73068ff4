import { Button, FileButton } from '@mantine/core';
import { engine } from '@renderer/bridge/engine';
import { notifyFailure } from '@renderer/state/notify';
import { setParams } from '@renderer/state/use-route';
import { ConfirmDialog } from '@renderer/ui/confirm-dialog';
import { plural } from '@renderer/ui/plural';
import type { ImportReport } from '@shared/contract/four-eyes';
import { FileCheck2 } from 'lucide-react';
import { useState } from 'react';
import classes from './set-dialog.module.css';
import { SignedFacts } from './signed-facts';

/** Takes a colleague's signed change set in, or one's own with its verdicts, and says what came. */
export function OpenSignedFile() {
  const [report, setReport] = useState<ImportReport | null>(null);
  const open = async (file: File | null): Promise<void> => {
    if (file === null) return;
    const result = await engine.call('importChangeSet', { text: await file.text() });
    if (result.ok) setReport(result.value);
    else notifyFailure(result.error);
  };
  const close = (): void => {
    if (report) setParams({ set: report.changeSet.id });
    setReport(null);
  };
  return (
    <>
      <FileButton accept="application/json,.json,.tenantry" onChange={(file) => void open(file)}>
        {(props) => (
          <Button {...props} variant="default" leftSection={<FileCheck2 size={13} aria-hidden />}>
            Open signed file…
          </Button>
        )}
      </FileButton>
      {report && (
        <ConfirmDialog
          opened
          title={`“${report.changeSet.title}” is here`}
          verb="Show it"
          victims={report.rejected.map(({ label, failure }) => `${label}: ${failure.message}`)}
          onClose={close}
          onConfirm={close}
        >
          <div className={classes.form}>
            <SignedFacts review={report.review} />
            {!report.sameService && (
              <p>It was made for a service at another address: look closely before you apply it.</p>
            )}
            <p>
              {plural(report.staged.length, 'change')} staged here
              {report.rejected.length > 0 && `; ${plural(report.rejected.length, 'step')} cannot be staged:`}
            </p>
          </div>
        </ConfirmDialog>
      )}
    </>
  );
}
