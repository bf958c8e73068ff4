import { z } from 'zod';

/** How bad what a check finds is, worst first. `critical`: somebody is harmed now; `warning`: somebody may be; `advice`: it would be better otherwise. */
export const severities = ['critical', 'warning', 'advice'] as const;
export const Severity = z.enum(severities);
export type Severity = z.infer<typeof Severity>;
