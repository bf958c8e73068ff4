import { Button, FileButton } from '@mantine/core';
import { engine } from '@renderer/bridge/engine';
import { notifyFailure } from '@renderer/state/notify';
import type { ImportReport } from '@shared/contract/four-eyes';
import { FileCheck2 } from 'lucide-react';

/** Takes a colleague's signed change set in, or one's own with its verdicts. */
export function OpenSignedFile({ onOpened }: { readonly onOpened: (report: ImportReport) => void }) {
  const open = async (file: File | null): Promise<void> => {
    if (file === null) return;
    const result = await engine.call('importChangeSet', { text: await file.text() });
    if (result.ok) onOpened(result.value);
    else notifyFailure(result.error);
  };
  return (
    <FileButton accept="application/json,.json" onChange={(file) => void open(file)}>
      {(props) => (
        <Button {...props} variant="default" leftSection={<FileCheck2 size={13} aria-hidden />}>
          Open signed file…
        </Button>
      )}
    </FileButton>
  );
}
