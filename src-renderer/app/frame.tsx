import { Button } from '@mantine/core';
import { useFeed } from '@renderer/bridge/use-feed';
import { LeftOutProvider, useKnownLeftOut } from '@renderer/state/left-out-context';
import { StatusContext } from '@renderer/state/status-context';
import { useStandingToast } from '@renderer/state/undo';
import { useNetworkChanges } from '@renderer/state/use-network-changes';
import { useRoute } from '@renderer/state/use-route';
import { useKeptUpdates } from '@renderer/state/use-updates';
import { isDialogOpen } from '@renderer/ui/layout/dialog-open';
import { FailureState } from '@renderer/ui/layout/failure-state';
import { mainTable } from '@renderer/ui/list/main-table';
import type { WorkspaceInfo } from '@shared/contract/workspace-info';
import { t } from '@shared/language/t';
import { Component, type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { BetweenNotice } from './between-notice';
import { CommandKeys } from './command-keys';
import classes from './frame.module.css';
import { FrameHeader } from './frame-header';
import { FrameNotice } from './frame-notice';
import { GuideStrip } from './guide-strip';
import { HelpDialog } from './help-dialog';
import { LeftOutNotice } from './left-out-notice';
import { Palette } from './palette';
import { PrintHead } from './print-head';
import { ProxyLoginDialog } from './proxy-login-dialog';
import { Rail } from './rail';
import { ScopeStrip } from './scope-strip';
import { ScreenOrLack } from './screen-or-lack';
import { screensOf } from './screens';
import { Tray } from './tray';
import { UpdateNotice } from './update-notice';

interface ScreenBoundaryProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** Keeps a bug in one screen from taking the frame, the tray and the other screens down. */
class ScreenBoundary extends Component<ScreenBoundaryProps, { readonly error: Error | null }> {
  override state = { error: null };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render(): ReactNode {
    const error: Error | null = this.state.error;
    if (error === null) return this.props.children;
    const message = t('This screen met a bug ({error}). What is staged is kept, and so is what you typed.', {
      error: String(error),
    });
    return (
      <FailureState
        title={t('{title} cannot be shown', { title: this.props.title })}
        failure={{ code: 'internal', message, next: t('Show it again, or go to another screen.') }}
        actions={<Button onClick={() => this.setState({ error: null })}>{t('Show again')}</Button>}
      />
    );
  }
}

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
  useStandingToast(status);
  const leftOut = useKnownLeftOut(status);
  const freshness = status?.freshness;
  const isOffline = freshness?.kind === 'offline' && freshness.by === 'choice';
  useKeptUpdates(status !== undefined && workspace.kind !== 'snapshot' && !isOffline);
  const name = useRoute(({ route }) => route.screen);
  const screens = screensOf(workspace.scenario);
  const entry = screens.find((each) => each.name === name) ?? screens[0];
  if (!entry) return null;
  return (
    <StatusContext value={status}>
      <LeftOutProvider value={leftOut}>
        <div className={classes.frame} data-production={workspace.environment === 'production' || undefined}>
          <Rail workspace={workspace} current={entry.under ?? entry.name} />
          <div className={classes.main}>
            <PrintHead title={entry.title} workspace={workspace} />
            <FrameHeader title={entry.title} />
            <ScopeStrip screen={entry} />
            <GuideStrip workspace={workspace} />
            <UpdateNotice />
            <FrameNotice restarting={restarting} />
            <BetweenNotice />
            <LeftOutNotice shows={entry.shows} />
            <main ref={main} className={classes.screen} aria-label={entry.title} tabIndex={-1}>
              <ScreenBoundary key={entry.name} title={entry.title}>
                <ScreenOrLack entry={entry} />
              </ScreenBoundary>
            </main>
          </div>
          {workspace.kind !== 'snapshot' && <Tray />}
          <CommandKeys />
          <Palette />
          <HelpDialog />
          <ProxyLoginDialog />
        </div>
      </LeftOutProvider>
    </StatusContext>
  );
}

/**
 * Focus never falls to the page: when the element that had it goes (a dialog closes, a row leaves, a field becomes a value
 * again), the screen's table or list takes it, or else the screen itself. A click on empty ground is left alone.
 */
function useFocusKeeper(screen: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    let last: Element | null = null;
    const onFocus = ({ target }: FocusEvent): void => {
      last = target instanceof Element ? target : null;
    };
    const look = (): void => {
      const lost = document.activeElement === document.body && last !== null && !last.isConnected;
      if (!lost || isDialogOpen()) return;
      last = null;
      (mainTable() ?? screen.current)?.focus({ preventScroll: true });
    };
    // Whoever takes something away may give the focus on by itself, a frame later: that comes first.
    let waiting = false;
    const observer = new MutationObserver(() => {
      if (waiting || last === null || last.isConnected) return;
      waiting = true;
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          waiting = false;
          look();
        }),
      );
    });
    observer.observe(document.body, { childList: true, subtree: true });
    document.addEventListener('focusin', onFocus);
    return () => {
      observer.disconnect();
      document.removeEventListener('focusin', onFocus);
    };
  }, [screen]);
}
