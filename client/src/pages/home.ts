/** The home page: choose a match and play it. */
import "../style/index.css";

import { startApp } from "../play/start.tsx";

const root = document.querySelector<HTMLElement>("[data-app]");
if (root) await startApp(root);
