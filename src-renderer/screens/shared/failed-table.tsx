import { Button } from '@mantine/core';
import { FailureState } from '@renderer/ui/layout/failure-state';
import type { Failure } from '@shared/contract/failure';
import { t } from '@shared/language/t';

/** In place of a table whose rows cannot be read. */
export function FailedTable({ title, failure }: { readonly title: string; readonly failure: Failure }) {
  return (
    <FailureState
      title={title}
      failure={failure}
      actions={<Button onClick={() => window.location.reload()}>{t('Reload the window')}</Button>}
    />
  );
}
