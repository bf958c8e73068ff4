import type { ElectronApplication } from '@playwright/test';
import type { TestClock } from './clock';
import type { Service } from './service/service';
import type { Tenantry } from './window/tenantry';

/** The workspace that a test finds. */
export interface TestWorkspace {
  /** As the window calls it. */
  readonly name: string;
  /** The profile that it lies in. */
  readonly profile: string;
}

/** What a test may ask for; `page` is the window as well. */
export interface TenantryFixtures {
  /** The app, started, its workspace open. */
  readonly tenantry: Tenantry;
  /** The app as Playwright started it; another one after `tenantry.restart()`. */
  readonly app: ElectronApplication;
  /** The identity service. */
  readonly service: Service;
  /** The same: the identity service is a sandbox. */
  readonly sandbox: Service;
  readonly workspace: TestWorkspace;
  readonly clock: TestClock;
}
