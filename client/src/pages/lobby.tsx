/** The lobby: the server's list, brought to life. */
import { render } from "preact";

import { readLobby } from "../lobby/live-list.ts";
import { OpenMatches } from "../lobby/open-matches.tsx";
import { fetchMatchAhead } from "../site/fetch-ahead.ts";
import { mount, startSite } from "../site/start.tsx";

startSite();
fetchMatchAhead();
const data = readLobby(document);
if (data)
  mount("[data-lobby]", (place) => {
    render(<OpenMatches data={data} />, place);
  });
