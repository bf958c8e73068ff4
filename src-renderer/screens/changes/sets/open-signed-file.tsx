import { engine } from '@renderer/bridge/engine';
import { TextFileButton } from '@renderer/screens/shared/text-file-button';
import { notifyFailure } from '@renderer/state/notify';
import type { Result } from '@shared/contract/failure';
import type { ImportReport } from '@shared/contract/four-eyes';
import { t } from '@shared/language/t';
import { FileCheck2 } from 'lucide-react';

/** Takes a colleague's signed change set in, or one's own with its verdicts. */
export function OpenSignedFile({ onOpened }: { readonly onOpened: (report: ImportReport) => void }) {
  const open = async (text: Result<string>): Promise<void> => {
    const result = text.ok ? await engine.call('importChangeSet', { text: text.value }) : text;
    if (result.ok) onOpened(result.value);
    else notifyFailure(result.error);
  };
  return (
    <TextFileButton
      label={t('Open signed file…')}
      icon={FileCheck2}
      accept="application/json,.json"
      onText={(text) => void open(text)}
    />
  );
}
