/** Practice: a match against bots that lies in this browser alone. */
import { startApp } from "../play/start.tsx";
import { startSite } from "../site/start.tsx";

startSite();
const root = document.querySelector<HTMLElement>("[data-app]");
if (root) await startApp(root);
