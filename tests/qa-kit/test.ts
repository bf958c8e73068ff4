import { mkdir, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { createTestClock, type KeptClock } from './clock';
import { gatherEvidence } from './evidence';
import type { TenantryFixtures } from './fixtures';
import { launchApp } from './launch-app';
import { defaultOptions, momentOf, type TenantryOptions } from './options';
import { type PreparedWorld, prepareWorld } from './prepare/prepared-world';
import { type StartedService, startService } from './service/start-service';
import { steady, steadySwitches } from './steady';
import { startTenantry } from './window/tenantry';

/** What fixtures hand to each other. */
interface Inner {
  readonly patience: undefined;
  readonly folder: string;
  readonly prepared: PreparedWorld;
  readonly started: StartedService;
  readonly keptClock: KeptClock;
}

/** Of a start, a seeding or a copy, on a machine that has other things to do; not counted against the test. */
const setUp = { timeout: 180_000 } as const;

/** The longest a test may take where its configuration says nothing, ms: the app is started and copies a service in it. */
const testMs = 180_000;
const playwrightsOwn = 30_000;

export const test = base.extend<TenantryFixtures & TenantryOptions & Inner>({
  world: [defaultOptions.world, { option: true }],
  seed: [defaultOptions.seed, { option: true }],
  scale: [defaultOptions.scale, { option: true }],
  from: [defaultOptions.from, { option: true }],
  now: [defaultOptions.now, { option: true }],
  size: [defaultOptions.size, { option: true }],
  language: [defaultOptions.language, { option: true }],
  limits: [defaultOptions.limits, { option: true }],
  start: [defaultOptions.start, { option: true }],
  keep: [defaultOptions.keep, { option: true }],

  patience: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for a pattern
    async ({}, use, info) => {
      if (info.timeout === playwrightsOwn) info.setTimeout(testMs);
      await use(undefined);
    },
    { auto: true, box: true },
  ],

  folder: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for a pattern
    async ({}, use, info) => {
      const folder = info.outputPath('tenantry');
      await mkdir(folder, { recursive: true });
      await use(folder);
      if (info.status !== info.expectedStatus) return;
      await rm(folder, { recursive: true, force: true, maxRetries: 10 });
      // Goes where nothing is kept in it.
      await rmdir(info.outputDir).catch(() => undefined);
    },
    { box: true },
  ],

  prepared: [
    async ({ world, seed, scale, from, now }, use, info) => {
      const root = join(info.project.outputDir, '.tenantry');
      const moment = now === null ? null : momentOf(now);
      await use(await prepareWorld(root, { world, seed, scale, from, now: moment }));
    },
    { ...setUp, box: true },
  ],

  started: [
    async ({ now, limits, prepared, folder }, use) => {
      const data = join(folder, 'service');
      await prepared.copyService(data);
      const moment = now === null ? undefined : momentOf(now);
      const { served, scenario } = prepared.source;
      const service = await startService({ ...served, limits, data, now: moment }, scenario);
      await use(service);
      await service.stop();
    },
    { ...setUp, box: true },
  ],
  service: ({ started }, use) => use(started),
  sandbox: ({ started }, use) => use(started),

  keptClock: [
    async ({ now, folder, started }, use) => {
      const moment = now === null ? null : momentOf(now);
      await use(await createTestClock(moment, join(folder, 'clock'), started.setClock));
    },
    { box: true },
  ],
  clock: ({ keptClock }, use) => use(keptClock),

  workspace: [
    async ({ prepared, started, start, folder }, use) => {
      const profile = join(folder, 'profile');
      if (start === 'workspace') await prepared.copyWorkspace(profile, started.url);
      await use({ name: prepared.source.name, profile });
    },
    setUp,
  ],

  tenantry: [
    async (
      { workspace, service, keptClock, start, size, keep, colorScheme, locale, language, timezoneId, video },
      use,
      info,
    ) => {
      const evidence = gatherEvidence(info, keep);
      const launch = async () => {
        const launched = await launchApp({
          userData: workspace.profile,
          colorScheme: colorScheme === 'dark' ? 'dark' : 'light',
          ...(locale && { locale }),
          language,
          timezoneId: timezoneId ?? 'UTC',
          ...(video !== 'off' && { videos: info.outputPath('videos') }),
          env: keptClock.env,
          switches: steadySwitches,
        });
        await evidence.watch(launched.app);
        await keptClock.govern(launched.window);
        await steady(launched, size);
        return {
          ...launched,
          quit: () => evidence.rest().then(launched.quit),
          kill: () => evidence.rest().then(launched.kill),
        };
      };
      const name = start === 'workspace' ? workspace.name : null;
      const tenantry = await startTenantry({ launch, workspace: name, roleName: service.roleName });
      await use(tenantry);
      const window = tenantry.isOpen() ? tenantry.window : null;
      await evidence.conclude(window);
      await tenantry.close();
    },
    setUp,
  ],
  app: ({ tenantry }, use) => use(tenantry.app),
  page: ({ tenantry }, use) => use(tenantry.window),
});
