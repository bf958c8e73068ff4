import { engine } from '@renderer/bridge/engine';
import { copyText } from '@renderer/state/copy-text';
import { notifyFailure } from '@renderer/state/notify';
import { openWorkspace } from '@renderer/state/use-session';
import type { CopyForm } from '@shared/domain/copy-as/copy-as';
import type { IntentId } from '@shared/domain/ids';
import { t } from '@shared/language/t';

/** Puts the calls of changes on the clipboard, for whoever sends them otherwise. */
async function copyCalls(form: CopyForm, intentIds: readonly IntentId[]): Promise<void> {
  const written = await engine.call('writtenCalls', { form, intentIds: [...intentIds] });
  if (!written.ok) return notifyFailure(written.error);
  const { text, changes } = written.value;
  await copyText(
    text,
    form === 'curl'
      ? t('{changes, plural, one {# change} other {# changes}} as curl, without keys', { changes })
      : t('{changes, plural, one {# change} other {# changes}} for Clerk’s command line, without keys', {
          changes,
        }),
  );
}

/** What the menu of a change offers of it. */
export const copyRuns = (intentIds: readonly IntentId[]) => ({
  'change-copy-curl': () => void copyCalls('curl', intentIds),
  'change-copy-clerk':
    openWorkspace()?.service === undefined ? () => void copyCalls('clerk', intentIds) : undefined,
});
