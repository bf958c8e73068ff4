import { Modal, type ModalProps } from '@mantine/core';
import { t } from '@shared/language/t';

type DialogProps = Required<Pick<ModalProps, 'opened' | 'onClose' | 'title' | 'size' | 'children'>>;

/** A window over the screen, with a way out that screen readers can name. */
export function Dialog(props: DialogProps) {
  return <Modal closeButtonProps={{ 'aria-label': t('Close') }} {...props} />;
}
