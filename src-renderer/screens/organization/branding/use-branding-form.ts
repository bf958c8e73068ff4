import { useDrafts } from '@renderer/drafts/use-drafts';
import { serverValue } from '@renderer/state/server-value';
import { stage } from '@renderer/state/stage';
import { useWorkspaceId } from '@renderer/state/use-workspace-id';
import type { Failure } from '@shared/contract/failure';
import type { Organization } from '@shared/domain/records/record-map';
import { t } from '@shared/language/t';
import { useState } from 'react';
import { brandingDrafts, changedPaths, faultsOf, movedPaths } from './branding-edits';
import { brandingPaths } from './branding-fields';

export interface BrandingForm {
  readonly typed: Readonly<Record<string, string>>;
  /** True when it was typed before a crash or reload. */
  readonly restored: boolean;
  /** Paths that staging would change. */
  readonly changed: readonly string[];
  /** Typed paths that changed on the service since typing began: staged, they will be in conflict. */
  readonly moved: readonly string[];
  /** By path. */
  readonly faults: Readonly<Record<string, string>>;
  /** Why staging was turned down, by path. */
  readonly rejections: Readonly<Record<string, Failure>>;
  readonly change: (path: string, value: string) => void;
  readonly discard: (paths?: readonly string[]) => void;
  readonly submit: () => Promise<void>;
}

/** The branding as one form: typed values outlive a crash, and are staged together as one undo group. */
export function useBrandingForm(record: Organization): BrandingForm {
  const { values, bases, restored, change, discard } = useDrafts(
    `${useWorkspaceId()}/organization/${record.id}`,
    brandingPaths,
  );
  const [rejections, setRejections] = useState<Readonly<Record<string, Failure>>>({});
  const changed = changedPaths(record, values);
  const faults = faultsOf(values);
  const letGo = (paths: readonly string[] = brandingPaths): void => {
    setRejections({});
    discard(paths);
  };
  const submit = async (): Promise<void> => {
    if (changed.length === 0 || changed.some((path) => faults[path] !== undefined)) return;
    const outcome = await stage(brandingDrafts(record, values, bases), (count) =>
      t('Staged. {count, plural, one {# branding change} other {# branding changes}} of {name}', {
        count,
        name: record.name,
      }),
    );
    if (!outcome) return;
    const rejected = new Map(outcome.rejected.map(({ index, failure }) => [changed[index] ?? '', failure]));
    setRejections(Object.fromEntries(rejected));
    discard(brandingPaths.filter((path) => !rejected.has(path)));
  };
  return {
    typed: values,
    restored,
    changed,
    moved: movedPaths(record, bases),
    faults,
    rejections,
    change: (path, value) => change(path, value, serverValue(record, path)),
    discard: letGo,
    submit,
  };
}
