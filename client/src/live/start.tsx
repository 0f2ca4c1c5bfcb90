/** Starts the page of a match: /match/<id>/. */
import { render } from "preact";

import { anyMayor } from "../connection/guest.ts";
import { pauseOfBots } from "../play/pause.ts";
import { applyTheme } from "../play/theme.tsx";
import { startRules } from "../rules/start.ts";
import { text } from "../text/catalogue.ts";
import { LivePage } from "./page.tsx";
import { Waiting, Wrong } from "./screens.tsx";
import { LiveSession } from "./session.ts";

/** `root` says which match (`data-match`) and who looks (`data-user`, null without a session). */
export async function startMatch(root: HTMLElement): Promise<void> {
  applyTheme();
  render(<Waiting words={text("live.opening")} />, root);
  const id = root.dataset["match"] ?? "";
  const rules = startRules();
  try {
    const known = JSON.parse(root.dataset["user"] ?? "null") as unknown;
    // If the platform cannot be reached now, the line tries again, and signs in when it must.
    if (known === null) await anyMayor().catch(() => null);
    const tables = await rules.call("tables", {});
    const session = new LiveSession(id, rules, tables);
    session.pause = pauseOfBots();
    render(<LivePage session={session} />, root);
    session.line.open();
  } catch (error) {
    root.dataset["failed"] = String(error);
    render(<Wrong title={text("app.failed")} rule="" reload />, root);
    throw error;
  }
}
