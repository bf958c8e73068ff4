/**
 * The clock of the service. Ours may be an hour or a year off, or be put right meanwhile: what the service dates is
 * compared with its own time, carried on by a clock that nobody sets.
 */
export interface ServiceClock {
  /** Takes the `Date` of an answer (RFC 9110, 6.6.1: whole seconds). */
  note(date: string | null): void;
  /** Milliseconds since 1970; null until an answer told the time. */
  now(): number | null;
}

export function createServiceClock(): ServiceClock {
  let noted: { readonly told: number; readonly at: number } | null = null;
  return {
    note: (date) => {
      const told = Date.parse(date ?? '');
      if (!Number.isNaN(told)) noted = { told, at: performance.now() };
    },
    now: () => noted && noted.told + (performance.now() - noted.at),
  };
}
