import { CreateDialog } from '@renderer/screens/kit/create-dialog';
import { useCapability } from '@renderer/state/capabilities';
import { slugOf } from '@renderer/ui/format/slug-of';

interface CreateOrganizationDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

const suggest = ({ name = '' }: Readonly<Record<string, string>>) => ({ slug: slugOf(name) });

/** Stages a new organization, with a slug that its name suggests; members can be staged for it at once. */
export function CreateOrganizationDialog({ opened, onClose }: CreateOrganizationDialogProps) {
  const slugsOff = useCapability('organizationSlugs').state !== 'available';
  const without = slugsOff ? ['slug'] : [];
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
