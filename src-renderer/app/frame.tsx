import { Skeleton } from '@mantine/core';
import { useFeed } from '@renderer/bridge/use-feed';
import { LeftOutProvider, useKnownLeftOut } from '@renderer/state/left-out-context';
import { StatusContext } from '@renderer/state/status-context';
import { useNetworkChanges } from '@renderer/state/use-network-changes';
import { useRoute } from '@renderer/state/use-route';
import type { WorkspaceInfo } from '@shared/contract/shell';
import { Suspense, useRef } from 'react';
import { CommandKeys } from './command-keys';
import classes from './frame.module.css';
import { FrameHeader } from './frame-header';
import { FrameNotice } from './frame-notice';
import { HelpDialog } from './help-dialog';
import { LeftOutNotice } from './left-out-notice';
import { Palette } from './palette';
import { Rail } from './rail';
import { ScreenBoundary } from './screen-boundary';
import { screensOf } from './screens';
import { Tray } from './tray';
import { useFocusKeeper } from './use-focus-keeper';

interface FrameProps {
  readonly workspace: WorkspaceInfo;
  /** The engine stopped and is coming back; what is on screen stays. */
  readonly restarting: boolean;
}

/** Rail, header, body and tray around the screen of the present route. */
export function Frame({ workspace, restarting }: FrameProps) {
  const main = useRef<HTMLElement>(null);
  useFocusKeeper(main);
  useNetworkChanges();
  const status = useFeed('status', {}).value;
  const leftOut = useKnownLeftOut(status);
  const name = useRoute(({ route }) => route.screen);
  const screens = screensOf(workspace.scenario);
  const entry = screens.find((each) => each.name === name) ?? screens[0];
  if (!entry) return null;
  const Screen = entry.component;
  return (
    <StatusContext value={status}>
      <LeftOutProvider value={leftOut}>
        <div className={classes.frame} data-production={workspace.environment === 'production' || undefined}>
          <Rail workspace={workspace} current={entry.under ?? entry.name} />
          <div className={classes.main}>
            <FrameHeader title={entry.title} />
            <FrameNotice restarting={restarting} />
            <LeftOutNotice shows={entry.shows} />
            <main ref={main} className={classes.screen} aria-label={entry.title} tabIndex={-1}>
              <ScreenBoundary key={entry.name} title={entry.title}>
                <Suspense fallback={<Skeleton m={16} height={12} width={240} />}>
                  <Screen />
                </Suspense>
              </ScreenBoundary>
            </main>
          </div>
          <Tray />
          <CommandKeys />
          <Palette />
          <HelpDialog />
        </div>
      </LeftOutProvider>
    </StatusContext>
  );
}
