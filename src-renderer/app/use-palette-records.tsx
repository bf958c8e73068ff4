import type { SpotlightActionGroupData } from '@mantine/spotlight';
import { useList } from '@renderer/bridge/use-list';
import { go } from '@renderer/state/use-route';
import { Avatar } from '@renderer/ui/avatar';
import { useMemo } from 'react';

const limit = 6;

/** Applications, organizations and people whose text holds the needle. */
export function usePaletteRecords(needle: string): readonly SpotlightActionGroupData[] {
  const query = needle.length < 2 ? null : { text: needle, limit };
  const organizations = useList('organization', query).rows;
  const people = useList('user', query).rows;
  const applications = useList('application', query).rows;
  return useMemo(
    () => [
      {
        group: 'Applications',
        actions: (applications ?? []).map(({ id, name, domain }) => ({
          id,
          label: name,
          description: domain,
          leftSection: <Avatar name={name} shape="square" />,
          onClick: () => go('applications', { id, params: {} }),
        })),
      },
      {
        group: 'Organizations',
        actions: (organizations ?? []).map(({ id, name, slug }) => ({
          id,
          label: name,
          description: slug,
          leftSection: <Avatar name={name} shape="square" />,
          onClick: () => go('organization', { id, params: {} }),
        })),
      },
      {
        group: 'People',
        actions: (people ?? []).map(({ id, name, email }) => ({
          id,
          label: name,
          description: email,
          leftSection: <Avatar name={name} />,
          onClick: () => go('people', { id }),
        })),
      },
    ],
    [applications, organizations, people],
  );
}
