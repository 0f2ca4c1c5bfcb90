/** What happened beside the board, in words. */
import type { Presence, Seat } from "../connection/messages.ts";
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

/** News of others' coming and going. */
export function tellPresence(
  before: readonly Presence[],
  after: readonly Presence[],
  seats: readonly Seat[],
): string[] {
  return after.flatMap((state, number) => {
    const was = before[number];
    const seat = seats[number];
    if (was === undefined || was === state || !seat || seat.you) return [];
    const who = seat.name;
    if (state === "away") return [text("live.away", { who })];
    if (state === "here" && was === "away") return [text("live.here", { who })];
    return state === "gone" ? [text("live.gone", { who })] : [];
    // What a bot takes over and gives back is told by the log.
  });
}
