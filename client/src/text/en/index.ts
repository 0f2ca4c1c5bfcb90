import { advice } from "./advice.ts";
import { buildings } from "./buildings.ts";
import { decks } from "./decks.ts";
import { interfaceTexts } from "./interface.ts";
import { live } from "./live.ts";
import { lobby } from "./lobby.ts";
import { refusals } from "./refusals.ts";
import { rejections } from "./rejections.ts";
import { room } from "./room.ts";
import { ruleWords } from "./rules.ts";
import { site } from "./site.ts";
import { story } from "./story.ts";

export const english = {
  ...advice,
  ...buildings,
  ...decks,
  ...interfaceTexts,
  ...live,
  ...lobby,
  ...refusals,
  ...rejections,
  ...room,
  ...ruleWords,
  ...site,
  ...story,
};
