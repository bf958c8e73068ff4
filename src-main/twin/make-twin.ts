import { createHmac } from 'node:crypto';
import { pseudonymHash } from '@main/export/pseudonym-hash';
import type { CopiedWorld } from '@main/sandbox/twin/copied-world';
import { makeTwin, type TwinMade } from '@main/sandbox/twin/twin-files';
import type { ClosedStore } from '@main/store/maintenance/closed-store';
import type { Scenario } from '@shared/domain/scenario';
import { announcedIn, ownApplication, platformApplications, type TwinSource } from './copied-application';
import { notShown } from './not-shown';
import { recordsOf } from './read-records';

/** A copy of a workspace whose database nobody has open. */
export interface TwinCopy {
  readonly store: ClosedStore;
  /** Of the workspace. */
  readonly id: string;
  readonly scenario: Scenario;
  readonly environment: 'production' | 'development';
  /** When it was copied, ms since 1970. */
  readonly at: number;
}

export interface TwinOrder {
  /** What pseudonyms are made with: the same salt makes the same twin of a copy. */
  readonly salt: string;
  /** Whether ids and values are replaced; otherwise the twin holds what is real. */
  readonly replaces: boolean;
  /** New, empty, or with this twin in it: it then goes on where it was left. */
  readonly directory: string;
}

export interface TwinOfCopy extends TwinMade {
  /** What the copy tells and the twin does not show as it is, in words; of a new one. */
  readonly notShown: readonly string[];
}

/**
 * Makes a sandbox's data directory out of a copy: its world, with whatever tells a person or an organization replaced as the fields' kinds say.
 *
 * @throws SandboxError `world_mismatch` where the directory holds something else.
 */
export function twinOf(
  { store, id, scenario, environment, at }: TwinCopy,
  { salt, replaces, directory }: TwinOrder,
): TwinOfCopy {
  const hash = pseudonymHash(salt);
  const source: TwinSource = {
    ...{ scenario, environment, at },
    read: recordsOf(store, replaces ? hash : null),
    minted: (prefix, of) =>
      `${prefix}_${[1, 2, 3]
        .map((part) => hash(`${part} ${prefix} of ${of}`))
        .join('')
        .slice(0, 27)}`,
  };
  const made = JSON.stringify([id, at, replaces]);
  const world: CopiedWorld = {
    of: createHmac('sha256', salt).update(made).digest('hex').slice(0, 24),
    at,
    applications: scenario === 'platforms' ? platformApplications(source) : [ownApplication(source)],
    announced: announcedIn(source),
  };
  const twin = makeTwin(directory, world);
  return { ...twin, notShown: twin.isNew ? notShown(recordsOf(store, null)) : [] };
}
