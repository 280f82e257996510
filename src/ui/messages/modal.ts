/** The ref of a native dialog: only one that is opened by its method keeps the focus inside and closes with Escape. */
export function openModal(dialog: HTMLDialogElement | null) {
  if (dialog && !dialog.open) dialog.showModal()
}

/** The dialog in which a button was pressed. */
export const dialogOf = ({ currentTarget }: { currentTarget: Element }) => currentTarget.closest('dialog')
