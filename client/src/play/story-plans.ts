/** The events of rounds in which all plan at once, in words (docs/rules.md, 4.5). */
import { coded, hasCode, listed, text } from "../text/catalogue.ts";
import type { Names } from "./names.ts";
import type { Line, Tone } from "./story.ts";

/** Codes of games/engine/v0/event_codes.py. */
const PLANNING_BEGAN = 51;
const PLAN_SEALED = 52;
const PLAN_MISSED = 53;
const PLAN_OPENED = 54;
const ORDER_DRAWN = 55;
const STEP = 56;
const STEP_FAILED = 57;

/** Null for what is not about plans, and for steps done as planned: what they did is told itself. */
export function tellPlan(event: readonly number[], names: Names): Line | null {
  const [code = 0, seat = -1, n = 0, reason = 0] = event;
  const who = names.of(seat);
  const bad: Tone = seat === names.me ? "bad" : "plain";
  const line = (words: string, tone: Tone = "plain", whose = seat): Line => ({
    seat: whose,
    text: words,
    tone,
    tile: -1,
  });
  switch (code) {
    case PLANNING_BEGAN:
      return line(text("plans.began"), "plain", -1);
    case PLAN_SEALED:
      return line(text("plans.sealed", { who }));
    case PLAN_MISSED:
      return line(text(n ? "plans.void" : "plans.missed", { who }), bad);
    case PLAN_OPENED:
      return line(text("plans.opened", { whose: names.whose(seat, true) }));
    case ORDER_DRAWN: {
      const order = event.slice(1).map((each) => names.of(each));
      return line(text("plans.order", { who: listed(order) }), "plain", -1);
    }
    case STEP:
      return reason ? line(text("plans.fallback", { who, n })) : null;
    case STEP_FAILED: {
      // The event holds no figures, and a refusal that has some speaks to whoever is refused.
      const why = coded(hasCode("stepFailed", reason) ? "stepFailed" : "rejection", reason);
      return line(text("plans.failed", { whose: names.whose(seat, true), n, why }), bad);
    }
    default:
      return null;
  }
}
