import { advice } from "./advice.ts";
import { buildings } from "./buildings.ts";
import { decks } from "./decks.ts";
import { interfaceTexts } from "./interface.ts";
import { rejections } from "./rejections.ts";
import { ruleWords } from "./rules.ts";
import { story } from "./story.ts";

export const english = {
  ...advice,
  ...buildings,
  ...decks,
  ...interfaceTexts,
  ...rejections,
  ...ruleWords,
  ...story,
};
