/** The home page: play at once, play with friends, one's own matches. */
import { render } from "preact";

import { fetchMatchAhead } from "../site/fetch-ahead.ts";
import { LivingCity } from "../site/living-city.tsx";
import { MayorLine } from "../site/mayor-chip.tsx";
import { PlayActions } from "../site/play-actions.tsx";
import { keepFresh } from "../site/read-again.ts";
import { mount, startSite } from "../site/start.tsx";
import { text } from "../text/catalogue.ts";

startSite();
keepFresh();
mount("[data-city]", (place) => {
  render(<LivingCity middle={[16, 16]} label={text("home.picture")} />, place);
});
mount("[data-play-actions]", (place) => {
  render(<PlayActions />, place);
});
mount("[data-mayor-line]", (place) => {
  render(<MayorLine />, place);
});
fetchMatchAhead();
