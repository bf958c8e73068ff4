import { useList } from '@renderer/bridge/use-list';
import { go } from '@renderer/state/use-route';
import { Avatar } from '@renderer/ui/avatar';
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
  const query = needle.length < 2 ? null : { text: needle, limit };
  const organizations = useList('organization', query);
  const people = useList('user', query);
  const applications = useList('application', query);
  const waiting =
    query !== null && [organizations, people, applications].some(({ rows, failure }) => !rows && !failure);
  const found = useMemo<PaletteRecords>(
    () => ({
      needle,
      groups: [
        {
          group: 'Applications',
          actions: (applications.rows ?? []).map(({ id, name, domain }) => ({
            id,
            label: name,
            description: domain,
            leftSection: <Avatar name={name} shape="square" />,
            onClick: () => go('applications', { id, params: {} }),
          })),
        },
        {
          group: 'Organizations',
          actions: (organizations.rows ?? []).map(({ id, name, slug }) => ({
            id,
            label: name,
            description: slug,
            leftSection: <Avatar name={name} shape="square" />,
            onClick: () => go('organization', { id, params: {} }),
          })),
        },
        {
          group: 'People',
          actions: (people.rows ?? []).map(({ id, name, email }) => ({
            id,
            label: name,
            description: email,
            leftSection: <Avatar name={name} />,
            onClick: () => go('people', { id, params: {} }),
          })),
        },
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
