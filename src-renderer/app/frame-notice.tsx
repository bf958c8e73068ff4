import { Button } from '@mantine/core';
import { useStatus } from '@renderer/state/status-context';
import { go, useRoute } from '@renderer/state/use-route';
import { formatClock } from '@renderer/ui/format-time';
import { useNow } from '@renderer/ui/use-now';
import { CloudOff, KeyRound, RotateCw, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import classes from './frame-notice.module.css';

/** The strip under the header: only while something keeps the app from the service or from its engine. */
export function FrameNotice({ restarting }: { readonly restarting: boolean }) {
  const now = useNow(30_000);
  const freshness = useStatus()?.freshness;
  const screen = useRoute(({ route }) => route.screen);
  if (restarting) {
    return (
      <Strip tone="held" icon={<RotateCw size={14} aria-hidden />}>
        The engine stopped and is being started again. Everything staged is kept; edits are possible again in
        a moment.
      </Strip>
    );
  }
  // The head of the Sync screen says the same, and more.
  if (screen === 'sync') return null;
  if (freshness?.kind === 'offline') {
    const asOf =
      freshness.asOf === 0
        ? 'the first sync is not complete'
        : `data as of ${formatClock(freshness.asOf, now)}`;
    return (
      <Strip tone="held" icon={<CloudOff size={14} aria-hidden />}>
        {freshness.by === 'choice' ? 'Working offline by choice' : 'The service cannot be reached'}: {asOf}.
        You can search, edit and stage; nothing is sent until you are back.
      </Strip>
    );
  }
  if (freshness?.kind === 'key-refused') {
    return (
      <Strip
        tone="bad"
        icon={<KeyRound size={14} aria-hidden />}
        action={<GoTo screen="settings" label="Replace the key" />}
      >
        The service refuses the API key. Your copy and everything staged are kept.
      </Strip>
    );
  }
  if (freshness?.kind === 'failed') {
    return (
      <Strip
        tone="bad"
        icon={<TriangleAlert size={14} aria-hidden />}
        action={<GoTo screen="sync" label="Show sync" />}
      >
        {freshness.failure.message} {freshness.failure.next}
      </Strip>
    );
  }
  return null;
}

function GoTo({ screen, label }: { readonly screen: 'settings' | 'sync'; readonly label: string }) {
  const here = useRoute(({ route }) => route.screen === screen);
  if (here) return null;
  return (
    <Button variant="default" onClick={() => go(screen)}>
      {label}
    </Button>
  );
}

interface StripProps {
  readonly tone: 'held' | 'bad';
  readonly icon: ReactNode;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

function Strip({ tone, icon, action, children }: StripProps) {
  return (
    <div className={classes.strip} data-tone={tone} role="status">
      {icon}
      <span className={classes.text}>{children}</span>
      {action}
    </div>
  );
}
