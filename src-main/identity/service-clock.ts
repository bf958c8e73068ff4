/** The clock of the service. Ours may be an hour or a year off: what the service dates is compared with its own time. */
export interface ServiceClock {
  /** Takes the `Date` of an answer (RFC 9110, 6.6.1: whole seconds). */
  note(date: string | null): void;
  /** Milliseconds since 1970 by the service's clock as last noted; by ours until then. */
  now(): number;
}

export function createServiceClock(now: () => number): ServiceClock {
  let ahead = 0;
  return {
    note: (date) => {
      const told = Date.parse(date ?? '');
      if (!Number.isNaN(told)) ahead = told - now();
    },
    now: () => now() + ahead,
  };
}
