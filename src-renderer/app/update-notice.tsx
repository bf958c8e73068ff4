import { ActionIcon, Button } from '@mantine/core';
import { go, useRoute } from '@renderer/state/use-route';
import { updateActs, useUpdates } from '@renderer/state/use-updates';
import type { LastUpdate } from '@shared/contract/updates';
import { t } from '@shared/language/t';
import { CircleArrowUp, X } from 'lucide-react';
import { FrameStrip } from './frame-strip';

/** A line under the header: a newer version, or what became of the last one. Never a dialog over work. */
export function UpdateNotice() {
  const { view, closed } = useUpdates();
  if (view === null) return null;
  const { last, phase } = view;
  if (last !== null) return <Line text={lastText(last)} onClose={() => void updateActs.closeLast()} />;
  if ((phase.kind !== 'newer' && phase.kind !== 'ready') || phase.offer.version === closed) return null;
  const { version } = phase.offer;
  const text =
    phase.kind === 'ready'
      ? t('Tenantry {version} is ready to be put in place.', { version })
      : t('Tenantry {version} is out.', { version });
  return <Line text={text} leads onClose={() => updateActs.closeLine(version)} />;
}

interface LineProps {
  readonly text: string;
  /** Whether Settings says more. */
  readonly leads?: boolean;
  readonly onClose: () => void;
}

function Line({ text, leads = false, onClose }: LineProps) {
  const isThere = useRoute(({ route }) => route.screen === 'settings');
  return (
    <FrameStrip
      tone="scope"
      notOnPaper
      icon={<CircleArrowUp size={14} aria-hidden />}
      action={
        <>
          {leads && !isThere && (
            <Button variant="default" onClick={() => go('settings')}>
              {t('Show updates')}
            </Button>
          )}
          <ActionIcon aria-label={t('Close this line')} onClick={onClose}>
            <X size={14} aria-hidden />
          </ActionIcon>
        </>
      }
    >
      {text}
    </FrameStrip>
  );
}

function lastText({ kind, version, from }: LastUpdate): string {
  return kind === 'updated'
    ? t('Tenantry is {version} now; it was {from}.', { version, from })
    : t('Tenantry {version} did not start on this machine, so that {from} was put back. Nothing was lost.', {
        version,
        from,
      });
}
