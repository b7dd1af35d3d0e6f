import type { ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';

export interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  readonly children: ReactNode;
  /** True when the question must be answered: a tap beside it does not close it. */
  readonly mustAnswer?: boolean;
}

/** A question over the page. The kiosk never uses it: there, nothing may cover "Call a person". */
export function Dialog({ open, onClose, title, children, mustAnswer = false }: DialogProps) {
  return (
    <ModalOverlay
      className="dialog-scrim"
      isOpen={open}
      isDismissable={!mustAnswer}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
    >
      <Modal className="dialog">
        <AriaDialog role={mustAnswer ? 'alertdialog' : 'dialog'}>
          <Heading slot="title">{title}</Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
