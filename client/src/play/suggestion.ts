/** Suggestions: what a bot would do in the player's place, and what it is good for. */
import { at } from "../board/scene.ts";
import { coded, signed, text } from "../text/catalogue.ts";
import { WEIGHT, type Change } from "./changes.ts";
import type { Desk } from "./desk.ts";
import type { Match } from "./match.ts";
import { offerText } from "./story.ts";
import { ACTION, planOfAction, type Plan } from "./tools.ts";

/** A suggestion that has no place on the board. */
export interface Advice {
  readonly words: string;
  /** Where the player can do it; null where it is to end the turn. */
  readonly tab: "city" | "trade" | null;
}

const MOST_REASONS = 3;

/** Asks for a suggestion and puts it on the desk: planned on the board, or told in words. */
export async function suggest(desk: Desk): Promise<void> {
  const { match } = desk;
  let asked: number;
  let action: readonly number[];
  do {
    asked = match.story.length;
    action = (await match.suggestion()).map(Number);
    if (!match.myTurn) return;
  } while (match.story.length !== asked); // the match has moved on: the advice may not hold
  const { scene, tables } = match;
  const plan = planOfAction(action, scene.kind, scene.size, tables);
  if (plan) desk.propose(plan);
  else desk.advise(adviceOf(match, action));
}

function adviceOf({ me }: Match, action: readonly number[]): Advice {
  const [kind, first = 0, second = 0, third = 0] = action;
  switch (kind) {
    case ACTION.endTurn:
      return { tab: null, words: text("advice.nothing") };
    case ACTION.policy: {
      const [tax, ordinance] = [coded("tax", first), coded("ordinance", third)];
      return { tab: "city", words: text("advice.policy", { tax, price: second, ordinance }) };
    }
    case ACTION.overtime:
      return { tab: "city", words: text("advice.overtime") };
    case ACTION.fundDrive:
      return { tab: "city", words: text("advice.fund") };
    case ACTION.offer: {
      const offer = offerText([me, 0, ...action.slice(1)]);
      return { tab: "trade", words: text("advice.trade", { offer }) };
    }
    default:
      return { tab: "trade", words: text("advice.answer") };
  }
}

/** Why a plan was suggested: what the borough lacks, what it gains, or what such work is for. */
export function reasonOf(match: Match, plan: Plan, rows: readonly Change[]): string {
  const gains = rows
    .filter(({ n, plain, theirs }) => n > 0 && !plain && !theirs)
    .sort((a, b) => WEIGHT.indexOf(a.about) - WEIGHT.indexOf(b.about) || b.n - a.n)
    .map(({ n, words }) => `${signed(n)} ${words}`);
  const reasons = [...lacks(match, plan.tool), ...gains, ...offers(match, plan)];
  return reasons.length > 0 ? reasons.slice(0, MOST_REASONS).join("; ") : purpose(plan);
}

/** What the borough lacks that a building gives. */
function lacks({ screen, tables, me }: Match, tool: number): string[] {
  const [idle, vacant] = [screen.idle[me] ?? 0, screen.vacancies[me] ?? 0];
  const spare = screen.spare_now[me] ?? 0;
  return [
    ...(tables.jobs[tool] && idle > 0 ? [text("advice.idle", { n: idle })] : []),
    ...(tables.capacity[tool] && vacant > 0 ? [text("advice.vacant", { n: vacant })] : []),
    ...(tables.generation[tool] && spare <= 0 ? [text("advice.short", { n: signed(spare) })] : []),
  ];
}

/** Room and work that come with a building, beyond what stands there. */
function offers({ tables, scene }: Match, { action, tool, tiles }: Plan): string[] {
  const [kind] = action;
  if (kind !== ACTION.build && kind !== ACTION.upgrade) return [];
  const count = tables.size[tool] === 2 ? 1 : tiles.length;
  const before = kind === ACTION.upgrade ? at(scene.kind, tiles[0] ?? 0) : 0;
  const more = (column: readonly number[]) => (column[tool] ?? 0) * count - (column[before] ?? 0);
  const [room, jobs] = [more(tables.capacity), more(tables.jobs)];
  return [
    ...(room > 0 ? [text("advice.room", { n: room })] : []),
    ...(jobs > 0 ? [text("advice.jobs", { n: jobs })] : []),
  ];
}

/** What work of this kind is for. */
function purpose({ action, tool }: Plan): string {
  const [kind] = action;
  if (kind === ACTION.road) return text("advice.land");
  if (kind === ACTION.avenue) return text("advice.avenue");
  return kind === ACTION.build || kind === ACTION.upgrade
    ? coded("effect", tool)
    : text("advice.later");
}
