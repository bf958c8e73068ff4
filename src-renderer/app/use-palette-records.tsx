import { useList } from '@renderer/bridge/use-list';
import { go } from '@renderer/state/use-route';
import { useScoped } from '@renderer/state/use-scope';
import { Avatar } from '@renderer/ui/marks/avatar';
import { useEffect, useMemo, useState } from 'react';
import type { PaletteGroup } from './palette-store';

const limit = 6;

/** What was found, and for which text. */
export interface PaletteRecords {
  readonly needle: string;
  readonly groups: readonly PaletteGroup[];
}

/**
 * Applications, organizations and people whose text holds the needle. What was found last stays until all three lists of the
 * new needle are there, so that nothing jumps while one types; `needle` says what it is the answer to.
 */
export function usePaletteRecords(needle: string): PaletteRecords {
  const scoped = useScoped();
  const query = needle.length < 2 ? null : { text: needle, limit, ...scoped };
  const organizations = useList('organization', query);
  const people = useList('user', query);
  const applications = useList('application', query);
  const waiting =
    query !== null && [organizations, people, applications].some(({ rows, failure }) => !rows && !failure);
  const found = useMemo<PaletteRecords>(
    () => ({
      needle,
      groups: [
        groupOf('Applications', applications.rows, {
          note: ({ domain }) => domain,
          open: (id) => go('applications', { id, params: {} }),
        }),
        groupOf('Organizations', organizations.rows, {
          note: ({ slug }) => slug,
          open: (id) => go('organization', { id, params: {} }),
        }),
        groupOf('People', people.rows, {
          note: ({ email }) => email,
          open: (id) => go('people', { id, params: {} }),
          shape: 'round',
        }),
      ],
    }),
    [needle, applications.rows, organizations.rows, people.rows],
  );
  const [last, setLast] = useState(found);
  useEffect(() => {
    if (!waiting) setLast(found);
  }, [waiting, found]);
  return waiting ? last : found;
}

interface Found<R> {
  readonly note: (record: R) => string;
  readonly open: (id: string) => void;
  readonly shape?: 'round' | 'square';
}

function groupOf<R extends { readonly id: string; readonly name: string }>(
  group: string,
  rows: readonly R[] | undefined,
  { note, open, shape = 'square' }: Found<R>,
): PaletteGroup {
  return {
    group,
    actions: (rows ?? []).map((record) => ({
      id: record.id,
      label: record.name,
      description: note(record),
      leftSection: <Avatar name={record.name} shape={shape} />,
      onClick: () => open(record.id),
    })),
  };
}
