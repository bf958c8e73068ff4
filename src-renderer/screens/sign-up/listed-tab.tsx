import { type Modelled, ModelScreen } from '@renderer/screens/kit/model-screen';
import { t } from '@shared/language/t';
import { ClipboardList } from 'lucide-react';
import { PasteDialog } from './paste-dialog';

export interface Listed extends Modelled {
  /** Who is on it is shut out: a pasted list says whom. */
  readonly shuts?: true;
}

/** One list of the sign-up screen, as its model describes it: made one by one or pasted, and taken away. */
export function ListedTab({ shuts, ...listed }: Listed) {
  const { entity } = listed;
  return (
    <ModelScreen
      {...listed}
      screen="sign-up"
      actions={[
        {
          label: t('Paste a list…'),
          icon: ClipboardList,
          needs: [`list.${entity}`],
          dialog: (opened, close) => (
            <PasteDialog entity={entity} shuts={shuts === true} opened={opened} onClose={close} />
          ),
        },
      ]}
    />
  );
}
