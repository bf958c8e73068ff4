import type { Failure } from '@shared/contract/failure';
import type { Page, PageRequest } from '@shared/contract/page';
import type { EngineClient } from './engine-client';

/** Rows in one window. */
export const windowSize = 100;

export interface PageWindows {
  /** Keeps exactly the windows subscribed that touch rows `from` to `to` (exclusive). */
  show(from: number, to: number): void;
  close(): void;
}

export interface PageWindowsListener {
  page(index: number, page: Page): void;
  drop(index: number): void;
  failed(failure: Failure): void;
}

/** Window numbers that touch the rows from `from` to `to` (exclusive). */
export function windowsOf(from: number, to: number): readonly number[] {
  const first = Math.floor(Math.max(0, from) / windowSize);
  const last = Math.floor(Math.max(0, to - 1) / windowSize);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** Live pages of a query around what is on screen; a million rows cost as much as two hundred. */
export function openPageWindows(
  engine: Pick<EngineClient, 'subscribe'>,
  query: PageRequest,
  listener: PageWindowsListener,
): PageWindows {
  const open = new Map<number, () => void>();
  const subscribe = (index: number): (() => void) =>
    engine.subscribe('page', { ...query, offset: index * windowSize, limit: windowSize }, (result) => {
      if (result.ok) listener.page(index, result.value);
      else listener.failed(result.error);
    });
  return {
    show(from, to) {
      const wanted = new Set(windowsOf(from, to));
      for (const [index, end] of open) {
        if (wanted.has(index)) continue;
        end();
        open.delete(index);
        listener.drop(index);
      }
      for (const index of wanted) if (!open.has(index)) open.set(index, subscribe(index));
    },
    close() {
      for (const end of open.values()) end();
      open.clear();
    },
  };
}
