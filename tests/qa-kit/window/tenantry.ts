import type { ElectronApplication, Page } from '@playwright/test';
import { goTo, reopen, synced } from '../../e2e/support/connect';
import { command, review, stageRole } from '../../e2e/support/edits';
import { expect } from '../patient-expect';
import type { Member } from '../service/members';
import { applyAll, expectStaged, openRow, openSandbox, picture, resolve, search, sync } from './steps';

/** The app of a test, driven as an admin does: by roles and names of what is on the screen. */
export interface Tenantry {
  /** The window; another one after `restart` and `kill`. */
  readonly window: Page;
  /** Main, for what Playwright does with an Electron app; another one after `restart` and `kill`. */
  readonly app: ElectronApplication;

  /** From the first page: makes a sandbox workspace of the app's own and opens it. */
  readonly openSandbox: (scenario: 'B2C' | 'B2B' | 'Platforms') => Promise<void>;
  /** Goes to a screen by its name in the rail: `People`. */
  readonly goTo: (screen: string) => Promise<void>;
  /** Runs a command of the palette by its name: `Sync now`. */
  readonly command: (name: string) => Promise<void>;
  /** Goes to the screen, narrows its table by a text and opens the row of that name. */
  readonly open: (screen: string, name: string, text?: string) => Promise<void>;
  /** Types into the palette and goes where the first hit leads. */
  readonly search: (text: string) => Promise<void>;
  /** Works offline by choice; `goOnline` syncs again. */
  readonly goOffline: () => Promise<void>;
  readonly goOnline: () => Promise<void>;
  /** Asks for a fresh copy, and waits until the window says that it is synced. */
  readonly sync: () => Promise<void>;

  /** Stages another role for a member, from the table of memberships. */
  readonly changeRole: (member: Member, role: string) => Promise<void>;
  /** Waits until the tray counts so many staged changes. */
  readonly expectStaged: (count: number) => Promise<void>;
  /** Opens the review of all that is staged: a plan on fresh reads of the service. */
  readonly review: () => Promise<void>;
  /** In the review: answers the conflict about what is called so, or the only one. */
  readonly resolve: (choice: 'mine' | 'theirs', about?: string) => Promise<void>;
  /** Applies what the review shows, waits for the report and closes it; what the report says. */
  readonly apply: () => Promise<string>;
  /** Syncs, reviews and applies all that is staged. Fails where the service does not hold it all afterwards. */
  readonly reconcile: () => Promise<void>;

  /** PNG of the window at rest, for comparisons beside `expect(tenantry.window).toHaveScreenshot()`. */
  readonly picture: () => Promise<Buffer>;

  /** Quits, starts again and opens the workspace. */
  readonly restart: () => Promise<void>;
  /** Kills all processes of the app at once, starts again and opens the workspace. */
  readonly kill: () => Promise<void>;
  readonly isOpen: () => boolean;
  /** Quits. */
  readonly close: () => Promise<void>;
}

/** A started app, and how it is started again. */
export interface Running {
  readonly app: ElectronApplication;
  readonly window: Page;
  readonly quit: () => Promise<void>;
  readonly kill: () => Promise<void>;
}

export interface DriverParts {
  readonly launch: () => Promise<Running>;
  /** Name of the prepared workspace, opened at each start; null for none. */
  readonly workspace: string | null;
  readonly roleName: (key: string) => Promise<string>;
}

/** Starts the app and opens the workspace. */
export async function startTenantry({ launch, workspace, roleName }: DriverParts): Promise<Tenantry> {
  let running: Running | null = null;
  const now = (): Running => {
    if (running) return running;
    throw new Error('The app was closed: restart() starts it again');
  };
  const start = async (): Promise<void> => {
    running = await launch();
    if (workspace !== null) await reopen(running.window, workspace);
  };
  const end = async (how: 'quit' | 'kill'): Promise<void> => {
    const last = running;
    running = null;
    await last?.[how]();
  };
  await start();
  const on =
    <A extends readonly unknown[], R>(act: (window: Page, ...rest: A) => Promise<R>) =>
    (...rest: A): Promise<R> =>
      act(now().window, ...rest);
  return {
    get window() {
      return now().window;
    },
    get app() {
      return now().app;
    },
    openSandbox: on(openSandbox),
    goTo: on(goTo),
    command: on(command),
    open: on(openRow),
    search: on(search),
    goOffline: on(async (window) => {
      await command(window, 'Work offline');
      await expect(window.getByRole('button', { name: /^Working offline/ })).toBeVisible();
    }),
    goOnline: on(async (window) => {
      await command(window, 'Go online');
      await synced(window);
    }),
    sync: on(sync),
    changeRole: on(async (window, member: Member, role: string) => {
      const { name, organizationName } = member;
      await stageRole(window, { member, organization: { name: organizationName } }, await roleName(role));
      // The mark comes from the engine, when the change is on disk; a change back to what the service has is none.
      const row = window.getByRole('row', { name: `${name} in ${organizationName}` });
      await expect(row.getByRole('gridcell', { name: /\bStaged$/ })).toHaveCount(
        role === member.role ? 0 : 1,
      );
    }),
    expectStaged: on(expectStaged),
    review: on(review),
    resolve: on(resolve),
    apply: on(applyAll),
    reconcile: on(async (window) => {
      await sync(window);
      await review(window);
      const report = await applyAll(window);
      expect(report, 'the report').toContain('Done: the service holds it all');
    }),
    picture: on(picture),
    restart: async () => {
      await end('quit');
      await start();
    },
    kill: async () => {
      await end('kill');
      await start();
    },
    isOpen: () => running !== null,
    close: () => end('quit'),
  };
}
