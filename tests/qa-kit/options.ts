/** What a test may choose with `test.use`, beside Playwright's own `locale`, `timezoneId`, `colorScheme` and `video`. */
export interface TenantryOptions {
  /** `northwind` (B2B), `lumen` (B2C) or `campus` (Platforms). */
  readonly world: World;
  /** The same seed gives the same world, ids included. */
  readonly seed: number;
  /** 1 is 200 organizations, 5,000 users, 9,000 memberships. */
  readonly scale: number;
  /**
   * A snapshot, a backup or the folder of a workspace: the service is its twin, everything real replaced (docs/sandbox.md), and `world`, `seed`
   * and `scale` say nothing. `TENANTRY_SNAPSHOT_PASSPHRASE`, else `TENANTRY_PASSPHRASE`, opens it.
   */
  readonly from: string | null;
  /**
   * Where the clock of window, engine and sandbox stands: ISO 8601 or ms since 1970. It moves when a test moves it (`clock`). Null: the real
   * time, which cannot be moved.
   */
  readonly now: string | number | null;
  /** What the window speaks. */
  readonly language: WindowLanguage;
  /** Of the window's content, in pixels. */
  readonly size: { readonly width: number; readonly height: number };
  /** Whether the service's own limits hold. */
  readonly limits: 'own' | 'none';
  /** Where a test begins: in a workspace that holds a copy of the world, or on the first page, with none. */
  readonly start: 'workspace' | 'first-page';
  /** Whether traces of the window and a picture of its end are kept. */
  readonly keep: 'on-failure' | 'always' | 'never';
}

/** `pseudo`: English between ⟦ and ⟧, by which a test finds texts that nobody can translate. */
export type WindowLanguage = 'en' | 'de' | 'pseudo';

export type World = 'northwind' | 'lumen' | 'campus';

export const defaultOptions: TenantryOptions = {
  world: 'northwind',
  seed: 1,
  scale: 0.05,
  from: null,
  now: '2026-11-02T09:00:00Z',
  language: 'en',
  size: { width: 1440, height: 900 },
  limits: 'own',
  start: 'workspace',
  keep: 'on-failure',
};

/** A moment in ms. Throws where it is none. */
export function momentOf(now: string | number | Date): number {
  const moment = new Date(now).getTime();
  if (Number.isNaN(moment)) throw new Error(`"${String(now)}" is no moment: ISO 8601 or ms since 1970`);
  return moment;
}
