/** One match. */
import { startSite } from "../site/start.tsx";

startSite();
