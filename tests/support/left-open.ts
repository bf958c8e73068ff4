import { dbCount } from 'rxdb';
import { afterAll, expect, vi } from 'vitest';

// Files share a process, and RxDB counts what is open in it: what one leaves open, stubbed or spied upon, its neighbours would meet.
afterAll(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  vi.useRealTimers();
  expect(dbCount(), 'databases that this file left open').toBe(0);
});
