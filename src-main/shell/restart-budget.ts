const windowMs = 60_000;
const most = 5;
const firstDelayMs = 200;

/**
 * Whether what crashed may be started again: five times a minute, each after a longer pause (0.2, 0.4, 0.8, 1.6,
 * 3.2 s). `restarts` are the times of earlier ones; pass the returned list the next time. Null when the budget is spent.
 */
export function spendRestart(
  restarts: readonly number[],
  now: number,
): { readonly restarts: readonly number[]; readonly delayMs: number | null } {
  const recent = restarts.filter((time) => now - time < windowMs);
  if (recent.length >= most) return { restarts: recent, delayMs: null };
  return { restarts: [...recent, now], delayMs: firstDelayMs * 2 ** recent.length };
}
