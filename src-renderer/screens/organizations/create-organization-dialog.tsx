import { CreateDialog } from '@renderer/screens/kit/create-dialog';
import { useSlugsOff } from '@renderer/screens/shared/use-slugs-off';
import { slugOf } from './slug-of';

interface CreateOrganizationDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

const suggest = ({ name = '' }: Readonly<Record<string, string>>) => ({ slug: slugOf(name) });

/** Stages a new organization, with a slug that its name suggests; members can be staged for it at once. */
export function CreateOrganizationDialog({ opened, onClose }: CreateOrganizationDialogProps) {
  const without = useSlugsOff() ? ['slug'] : [];
  return (
    <CreateDialog
      entity="organization"
      opened={opened}
      onClose={onClose}
      without={without}
      suggest={suggest}
    />
  );
}
