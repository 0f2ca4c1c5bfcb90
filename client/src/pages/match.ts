/** The page of a match: waiting room, board, end. */
import "../style/index.css";
import "../style/site.css";
import "../style/room.css";
import "../style/live.css";

import { startMatch } from "../live/start.tsx";

const root = document.querySelector<HTMLElement>("[data-match]");
if (root) await startMatch(root);
