/** The session has ended while its mayor had a borough here: that is said, and nothing is guessed. */
import type { VNode } from "preact";

import type { Line } from "../connection/line.ts";
import { Dialog } from "../play/dialog.tsx";
import { text } from "../text/catalogue.ts";

export function SignedOut({ line }: { readonly line: Line }): VNode | null {
  if (line.state.kind !== "closed" || line.state.reason !== "signedOut") return null;
  // The page that comes then is a new guest's, who watches.
  const watch = () => {
    location.reload();
  };
  return (
    <Dialog label={text("live.signedOut")} className="replaced" onClose={watch}>
      <h2>{text("live.signedOut")}</h2>
      <p>{text("live.signedOutRule")}</p>
      <div class="end-actions">
        <button type="button" class="button" data-watch onClick={watch}>
          {text("live.watch")}
        </button>
        <a class="button plain" href="/">
          {text("live.home")}
        </a>
      </div>
    </Dialog>
  );
}
