/** What is noted of a call while it is answered: the route that matched, and the id that its answer carries. */
export type Trace = { route: string; readonly id: string };

/** Header that every answer carries its trace id in; error bodies repeat it (spec: `ClerkErrors.clerk_trace_id`). */
export const traceHeader = 'x-clerk-trace-id';
