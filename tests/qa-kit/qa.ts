import type {
  PlaywrightTestArgs,
  PlaywrightTestOptions,
  PlaywrightWorkerArgs,
  PlaywrightWorkerOptions,
  TestType,
} from '@playwright/test';
import type { TenantryFixtures } from './fixtures';
import type { TenantryOptions } from './options';
import { test as kit } from './test';

export type { TestClock } from './clock';
export { expect } from './expect';
export type { TenantryFixtures, TestWorkspace } from './fixtures';
export type { TenantryOptions, World } from './options';
export type { Call, ReceivedCall } from './service/call';
export type { Member } from './service/members';
export type { Faulty, Service } from './service/service';
export type { Tenantry } from './window/tenantry';

/** Playwright's `test` with the app, its service and its clock: all that a test of another project imports as `tenantry/qa` (docs/qa.md). */
export const test: TestType<
  PlaywrightTestArgs & PlaywrightTestOptions & TenantryFixtures & TenantryOptions,
  PlaywrightWorkerArgs & PlaywrightWorkerOptions
> = kit;
