import { type Modelled, ModelScreen } from '@renderer/screens/kit/model-screen';
import { ClipboardList } from 'lucide-react';
import type { ReactNode } from 'react';
import { PasteDialog } from './paste-dialog';

export interface Listed extends Modelled {
  /** Under the preview of a pasted list: whom the new ones concern. */
  readonly concerns?: (values: readonly string[]) => ReactNode;
}

/** One list of the sign-up screen, as its model describes it: made one by one or pasted, and taken away. */
export function ListedTab({ concerns, ...listed }: Listed) {
  const { entity } = listed;
  return (
    <ModelScreen
      {...listed}
      screen="sign-up"
      actions={[
        {
          label: 'Paste a list…',
          icon: ClipboardList,
          needs: [`list.${entity}`],
          dialog: (opened, close) => (
            <PasteDialog entity={entity} concerns={concerns} opened={opened} onClose={close} />
          ),
        },
      ]}
    />
  );
}
