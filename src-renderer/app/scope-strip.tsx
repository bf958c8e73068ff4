import { Button } from '@mantine/core';
import { useRecord } from '@renderer/bridge/use-record';
import { notifyDone } from '@renderer/state/notify';
import { useShown } from '@renderer/state/shown';
import { narrowTo, useScope } from '@renderer/state/use-scope';
import type { ScreenData } from '@shared/contract/screens';
import { t } from '@shared/language/t';
import { Focus } from 'lucide-react';
import { useEffect } from 'react';
import { FrameStrip } from './frame-strip';
import { scopeSays } from './scope-says';

/** While the window is narrowed, on every screen: to what, whether this screen is, and the way out. */
export function ScopeStrip({ screen }: { readonly screen: ScreenData }) {
  const scope = useScope();
  const shown = useShown();
  const { record } = useRecord('organization', scope);
  // One that was deleted would leave every screen empty, as if there were nothing.
  const gone = scope !== null && record === null;
  useEffect(() => {
    if (!gone) return;
    narrowTo(null);
    notifyDone(t('The organization is not there any more: all organizations are shown'));
  }, [gone]);
  if (scope === null || gone) return null;
  return (
    <FrameStrip
      tone="scope"
      icon={<Focus size={14} aria-hidden />}
      action={
        <Button variant="default" onClick={() => narrowTo(null)}>
          {t('Show all organizations')}
        </Button>
      }
    >
      <strong>{t('Only {name}.', { name: record?.name ?? scope })}</strong> {scopeSays(screen, shown, scope)}
    </FrameStrip>
  );
}
