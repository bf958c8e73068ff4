import { z } from 'zod';

/** The three ways in which users and organizations relate (shared/seed/architecture-scenarios.txt). */
export const Scenario = z.enum(['b2c', 'b2b', 'platforms']);
export type Scenario = z.infer<typeof Scenario>;

export const scenarioWords: Readonly<Record<Scenario, string>> = {
  b2c: 'B2C',
  b2b: 'B2B',
  platforms: 'Platforms',
};
