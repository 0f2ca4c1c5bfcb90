/** A modal dialog: the browser's own, so that focus stays in and Escape closes. */
import type { ComponentChildren, VNode } from "preact";
import { useEffect, useRef } from "preact/hooks";

interface Props {
  readonly label: string;
  readonly className: string;
  /** Null: nothing can go on until one of its answers is given, so Escape leaves it open. */
  readonly onClose: (() => void) | null;
  readonly children: ComponentChildren;
}

export function Dialog({ label, className, onClose, children }: Props): VNode {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    // Not on the first thing in it: that may be a table far below, or what a hasty key would do.
    dialog.current?.focus();
    // The browser has tried that first thing, and scrolled down to it where the window is low.
    if (dialog.current) dialog.current.scrollTop = 0;
  }, []);
  return (
    <dialog
      ref={dialog}
      class={`paper dialog ${className}`}
      tabIndex={-1}
      aria-label={label}
      onClose={onClose ?? (() => dialog.current?.showModal())}
    >
      {children}
    </dialog>
  );
}
