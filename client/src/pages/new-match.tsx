/** A new match. */
import { render } from "preact";

import { NewMatch } from "../lobby/new-match.tsx";
import type { Choices } from "../lobby/order.ts";
import { fetchMatchAhead } from "../site/fetch-ahead.ts";
import { mount, startSite } from "../site/start.tsx";

startSite();
fetchMatchAhead();
const choices = JSON.parse(document.getElementById("choices")?.textContent ?? "null") as Choices;
const listed = new URLSearchParams(location.search).has("listed");
mount("[data-new-match]", (place) => {
  render(<NewMatch choices={choices} listed={listed} />, place);
});
