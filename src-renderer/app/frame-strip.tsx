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
  /** It says nothing of what the screen shows. */
  readonly notOnPaper?: true;
  readonly children: ReactNode;
}

/** A line under the header, across the window. */
export function FrameStrip({ tone, icon, leadsTo, action, notOnPaper, children }: FrameStripProps) {
  const here = useRoute(({ route }) => route.screen === leadsTo?.screen);
  return (
    <div className={classes.strip} data-tone={tone} role="status" data-not-paper={notOnPaper}>
      {icon}
      <span className={classes.text}>{children}</span>
      <span className={classes.actions} data-not-paper>
        {action}
        {leadsTo && !here && (
          <Button variant="default" onClick={() => go(leadsTo.screen)}>
            {leadsTo.label}
          </Button>
        )}
      </span>
    </div>
  );
}
