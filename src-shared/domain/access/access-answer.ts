import { z } from 'zod';
import { EntityName } from '../entity';

/** A station on the way from a person to a permission. */
export const PathNode = z.object({
  entity: EntityName,
  id: z.string(),
  /** Of roles, role sets and permissions; '' for others. */
  key: z.string(),
  label: z.string(),
  /** What leads to it: `as`, `by group Engineering of`. */
  says: z.string(),
});
export type PathNode = z.infer<typeof PathNode>;

/** What stands in somebody’s way. */
export const Blocker = z.object({
  kind: z.enum([
    'no-person',
    'no-organization',
    'organizations-off',
    'not-member',
    'banned',
    'deprovisioned',
    'locked',
    'no-second-factor',
    'seat',
    'role-unknown',
    'role-lacks',
    'permission-off',
  ]),
  /** Whether it takes the permission away; else it is held, and cannot be used before something is done. */
  bars: z.boolean(),
  /** One sentence. */
  text: z.string(),
  /** The record where it is mended. */
  entity: EntityName,
  id: z.string(),
});
export type Blocker = z.infer<typeof Blocker>;

/** Whether something takes it away, and does not only delay it. */
export const isBarred = ({ blockers }: { readonly blockers: readonly Pick<Blocker, 'bars'>[] }): boolean =>
  blockers.some(({ bars }) => bars);

/** Whether somebody holds a permission in an organization, how they come to it, and what is in the way. */
export const AccessAnswer = z.object({
  allowed: z.boolean(),
  /** One sentence. */
  sentence: z.string(),
  /** As far as it leads: all the way to the permission only where it is given. */
  path: z.array(PathNode),
  blockers: z.array(Blocker),
});
export type AccessAnswer = z.infer<typeof AccessAnswer>;
