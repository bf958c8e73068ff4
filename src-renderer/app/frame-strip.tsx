import { Button } from '@mantine/core';
import { go, useRoute } from '@renderer/state/use-route';
import type { ReactNode } from 'react';
import classes from './frame-strip.module.css';

interface FrameStripProps {
  readonly tone: 'held' | 'bad' | 'scope';
  readonly icon: ReactNode;
  /** Where more is said, or something can be done. */
  readonly leadsTo?: { readonly screen: 'settings' | 'sync' | 'changes'; readonly label: string };
  /** What can be done right here. */
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

/** A line under the header, across the window. */
export function FrameStrip({ tone, icon, leadsTo, action, children }: FrameStripProps) {
  const here = useRoute(({ route }) => route.screen === leadsTo?.screen);
  return (
    <div className={classes.strip} data-tone={tone} role="status">
      {icon}
      <span className={classes.text}>{children}</span>
      {action}
      {leadsTo && !here && (
        <Button variant="default" onClick={() => go(leadsTo.screen)}>
          {leadsTo.label}
        </Button>
      )}
    </div>
  );
}
