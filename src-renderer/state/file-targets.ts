import type { ScreenName } from '@shared/contract/screens';
import { useEffect, useRef } from 'react';
import { go, useRoute } from './use-route';

/** What a part of a screen can take. */
export type TargetKind = 'image' | 'table' | 'view';

interface Target {
  readonly kind: TargetKind;
  readonly label: string;
  readonly take: (file: File) => void;
}

/** In the order in which they appeared. */
const targets = new Set<Target>();

/** A file that was dropped before the part that takes it was there, and the place that this part will stand at. */
let waiting: {
  readonly kind: TargetKind;
  readonly file: File;
  readonly screen: ScreenName;
  readonly id: string | null;
} | null = null;

useRoute.subscribe(({ route }) => {
  if (route.screen !== waiting?.screen || route.id !== waiting.id) waiting = null;
});

/** Offers a part of the screen to files that are dropped anywhere on the window; null: not now. One that was dropped for it before comes at once. */
export function useFileTarget(kind: TargetKind, label: string, take: ((file: File) => void) | null): void {
  const latest = useRef(take);
  latest.current = take;
  const able = take !== null;
  useEffect(() => {
    if (!able) return;
    const target: Target = { kind, label, take: (file) => latest.current?.(file) };
    targets.add(target);
    if (waiting?.kind === kind) {
      const { file } = waiting;
      waiting = null;
      target.take(file);
    }
    return () => void targets.delete(target);
  }, [kind, label, able]);
}

/** What takes such a file on this screen. */
export const targetsFor = (kind: TargetKind): readonly Target[] =>
  [...targets].filter((target) => target.kind === kind);

/** Goes to a place, where the part that takes the file gets it as soon as it is there. */
export function goWithFile(
  to: { readonly screen: ScreenName; readonly id: string | null; readonly params: Record<string, string> },
  kind: TargetKind,
  file: File,
): void {
  waiting = null;
  go(to.screen, { id: to.id, params: to.params });
  waiting = { kind, file, screen: to.screen, id: to.id };
}
