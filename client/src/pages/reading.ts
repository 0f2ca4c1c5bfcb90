/** Pages to read: the rule book, and those that say that something is missing. */
import { followContents } from "../site/contents.ts";
import { startSite } from "../site/start.tsx";

startSite();
followContents();
