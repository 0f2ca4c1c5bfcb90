/** The page of a match: waiting room, board, end. */
import "../style/live.css";

import { startMatch } from "../live/start.tsx";
import { needMayor } from "../site/mayor.ts";
import { startSite } from "../site/start.tsx";

startSite();
const root = document.querySelector<HTMLElement>("[data-match]");
if (root) {
  try {
    root.dataset["user"] = JSON.stringify(await needMayor());
  } catch {
    // The platform cannot be reached: the match says so, and tries again.
  }
  await startMatch(root);
}
