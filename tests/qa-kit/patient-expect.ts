import { expect as base } from '@playwright/test';

/** For what helpers wait for: processes start and copy meanwhile, which takes longer than the 5 s that a page is given. */
export const expect = base.configure({ timeout: 30_000 });
