/** What happened beside the board, in words. */
import type { Presence } from "../connection/messages.ts";
import type { Names } from "../play/names.ts";
import type { ToldEntry } from "../rules/operations.ts";
import { coded, hasCode, text } from "../text/catalogue.ts";
import type { TakenBack } from "./commands.ts";
import type { Notice } from "./notices.ts";

/** Kinds of entries (games/ledger/kinds.py). */
const TIME_OUT = 5;
const TAKEOVER = 6;
const HAND_BACK = 7;

export function tellTakenBack({ code, need, have }: TakenBack): string {
  const group = hasCode("rejection", code) ? "rejection" : "refused";
  const why = hasCode(group, code) ? coded(group, code, { need, have }) : text("refusal.other");
  return text("live.takenBack", { why });
}

/** News of an entry, or null: most are told by the board itself. */
export function tellEntry(
  { kind, action }: ToldEntry,
  you: number | null,
  names: Names | undefined,
): Omit<Notice, "id"> | null {
  const seat = Number(action?.[1] ?? -1);
  const own = seat === you;
  const who = names?.of(seat) ?? "";
  if (kind === TAKEOVER)
    return { text: text(own ? "live.botForYou" : "live.botFor", { who }), tone: "bad" };
  if (kind === HAND_BACK)
    return { text: text(own ? "live.youAreBack" : "live.isBack", { who }), tone: "good" };
  if (kind === TIME_OUT)
    return { text: text(own ? "live.yourTimeOut" : "live.timeOut", { who }), tone: "bad" };
  return null;
}

/** News of somebody's coming and going, or null. */
export function tellPresence(
  before: Presence | undefined,
  state: Presence,
  who: string,
): string | null {
  if (before === undefined || before === state) return null;
  if (state === "away") return text("live.away", { who });
  if (state === "here" && before === "away") return text("live.here", { who });
  if (state === "gone") return text("live.gone", { who });
  return null; // what a bot takes over and gives back is told by the log
}
