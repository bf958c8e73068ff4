import { dbCount } from 'rxdb';
import { afterAll, expect, vi } from 'vitest';

// Files share a process, and RxDB counts what is open in it: what one leaves open, or stubbed, its neighbours would meet.
afterAll(() => {
  vi.unstubAllEnvs();
  vi.useRealTimers();
  expect(dbCount(), 'databases that this file left open').toBe(0);
});
