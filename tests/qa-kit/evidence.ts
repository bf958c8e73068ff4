import { rm } from 'node:fs/promises';
import type { ElectronApplication, Page, TestInfo } from '@playwright/test';

/** What a test leaves behind to see what happened: a trace of each start of the app, and a picture of its end. */
export interface Evidence {
  /** Begins to trace a started app. */
  readonly watch: (app: ElectronApplication) => Promise<void>;
  /** Ends that, before the app ends. */
  readonly rest: () => Promise<void>;
  /** At the test's end: takes a picture and keeps all where it is wanted; whether it is. */
  readonly conclude: (window: Page | null) => Promise<boolean>;
}

export function gatherEvidence(test: TestInfo, keep: 'on-failure' | 'always' | 'never'): Evidence {
  const traces: string[] = [];
  let watched: ElectronApplication | null = null;
  const rest = async (): Promise<void> => {
    const app = watched;
    watched = null;
    if (app === null) return;
    const path = test.outputPath(`trace-${traces.length + 1}.zip`);
    traces.push(path);
    await app.context().tracing.stop({ path });
  };
  return {
    watch: async (app) => {
      if (keep === 'never') return;
      await app.context().tracing.start({ screenshots: true, snapshots: true, title: test.title });
      watched = app;
    },
    rest,
    conclude: async (window) => {
      const failed = test.status !== test.expectedStatus;
      const kept = keep === 'always' || (keep === 'on-failure' && failed);
      if (kept && window && !window.isClosed()) {
        const body = await window.screenshot().catch(() => null);
        if (body) await test.attach('screenshot', { body, contentType: 'image/png' });
      }
      // The app may have died in the test: there is nothing more to trace then.
      await rest().catch(() => traces.pop());
      for (const path of traces) {
        if (kept) await test.attach('trace', { path, contentType: 'application/zip' });
        await rm(path, { force: true });
      }
      return kept;
    },
  };
}
