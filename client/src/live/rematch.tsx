/** After the end: the match that follows, made by whoever asks first, and found by the others. */
import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";

import { findMatch, joinMatch } from "../connection/matches.ts";
import { rest } from "../connection/rest.ts";
import { Dialog } from "../play/dialog.tsx";
import { Icon } from "../play/icons.tsx";
import { text } from "../text/catalogue.ts";

/** Tells that somebody has made the rematch. Nothing is shown while there is none (null). */
export function Rematch({ rematch }: { readonly rematch: string | null }): VNode | null {
  const [seen, setSeen] = useState(false);
  const [who, setWho] = useState("");
  useEffect(() => {
    if (rematch === null) return;
    void findMatch(rematch)
      .then(({ match }) => {
        setWho(match.host);
      })
      .catch(() => undefined); // then it is told without a name
  }, [rematch]);
  if (rematch === null) return null;
  const join = (
    <button type="button" class="button" onClick={() => void enter(rematch)}>
      {text("live.join")}
    </button>
  );
  if (seen)
    return (
      <div class="paper live-rematch" role="status" data-rematch={rematch}>
        <b>{text("live.rematch")}</b>
        {join}
      </div>
    );
  // The results are a modal dialog: what lies outside can be neither read nor pressed. So it is
  // told above them first, and stays as a line once that is closed.
  const close = () => {
    setSeen(true);
  };
  return (
    <Dialog label={text("live.rematch")} className="rematch" onClose={close}>
      <header class="menu-head">
        <h2>{text("live.rematch")}</h2>
        <button type="button" class="square" aria-label={text("menu.close")} onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      {who && <p>{text("live.rematchBy", { who })}</p>}
      {join}
    </Dialog>
  );
}

/** Makes the match that follows, or finds it, and goes there. */
export async function again(id: string): Promise<void> {
  const made = await rest<{ id: string }>("POST", `matches/${id}/rematch/`);
  await enter(made.id);
}

async function enter(id: string): Promise<void> {
  try {
    await joinMatch(id);
  } catch {
    // Its page says what became of it.
  }
  location.assign(`/match/${id}/?rematch`);
}
