import { z } from 'zod';
import { t } from '../language/t';

/** The three ways in which users and organizations relate (shared/seed/architecture-scenarios.txt). */
export const Scenario = z.enum(['b2c', 'b2b', 'platforms']);
export type Scenario = z.infer<typeof Scenario>;

export const scenarioWords: Readonly<Record<Scenario, string>> = {
  b2c: 'B2C',
  b2b: 'B2B',
  platforms: t('Platforms'),
};

/** The seeded worlds of the embedded sandbox. */
export const SandboxWorld = z.enum(['lumen', 'northwind', 'campus']);
export type SandboxWorld = z.infer<typeof SandboxWorld>;

export const sandboxWorlds: Readonly<
  Record<Scenario, { readonly world: SandboxWorld; readonly name: string }>
> = {
  b2c: { world: 'lumen', name: 'Lumen' },
  b2b: { world: 'northwind', name: 'Northwind' },
  platforms: { world: 'campus', name: 'Campus' },
};
