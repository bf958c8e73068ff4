import { shell } from '@renderer/bridge/shell';
import { useSending } from '@renderer/bridge/use-sending';
import { notifyDone } from '@renderer/state/notify';
import { useWorkspace } from '@renderer/state/use-session';
import { countOf } from '@renderer/ui/format/count-of';
import type { ShellInputOf } from '@shared/contract/shell';
import { t } from '@shared/language/t';

type Request = ShellInputOf<'exportTable'>['request'];

/** Asks where a file goes, has it written there, and says what became of it. */
export function useExport() {
  const workspace = useWorkspace();
  const { busy, failure, send } = useSending();
  /** @param name of the file, behind that of the workspace @returns false where nothing was saved */
  const save = async (
    request: Request,
    name: string,
    words: Parameters<typeof countOf>[1],
  ): Promise<boolean> => {
    // A workspace may have a long name, and a file may not.
    const called = `${workspace?.name.slice(0, 50).trim() ?? ''} ${name}`;
    const written = await send(() => shell.call('exportTable', { request, name: called }));
    if (!written.ok || written.value.saved === null) return false;
    const { path, rows, cut, changedMeanwhile } = written.value.saved;
    notifyDone(
      [
        t('Saved {rows} as {path}.', { rows: countOf(rows, words), path }),
        ...(cut > 0 ? [t('{cut, number} texts were too long for a cell, and were cut.', { cut })] : []),
        ...(changedMeanwhile ? [t('Rows were written meanwhile: one may be as it was before.')] : []),
      ].join(' '),
    );
    return true;
  };
  return { busy, failure, save };
}
