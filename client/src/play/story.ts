/** Events of the rules, told in words. Codes: games/engine/v0/event_codes.py. */
import { coded, signed, text } from "../text/catalogue.ts";
import type { Happening } from "./match.ts";
import type { Names } from "./names.ts";
import { tellPlan } from "./story-plans.ts";

export type Tone = "plain" | "good" | "bad" | "round";

export interface Line {
  /** Whose line it is; -1 for nobody's. */
  readonly seat: number;
  readonly text: string;
  readonly tone: Tone;
  /** A tile to look at, or -1. */
  readonly tile: number;
}

/** An offer as (maker, slot, to, direction, coins, thing, units or tile, rounds). */
export function offerText(offer: readonly number[]): string {
  const [, , , direction = 0, coins = 0, thing = 1, what = 0, rounds = 0] = offer;
  const units = coded("thing", thing, { n: what });
  const given = thing === 3 ? units : text("offer.rounds", { thing: units, n: rounds });
  return text(direction === 0 ? "offer.give" : "offer.ask", { coins, thing: given });
}

/** Whose building stands on a tile; -1 for nobody's. */
export type OwnerOf = (tile: number) => number;

/**
 * All lines of what happened, in order. `before` is what happened earlier: a quarter is told only
 * when it is new or worth something else. `owner` tells who an event's newcomers belong to.
 */
export function tell(
  happenings: readonly Happening[],
  names: Names,
  owner: OwnerOf = () => -1,
  before: readonly Happening[] = [],
): Line[] {
  const lines: Line[] = [];
  let known = quartersOf(before.findLast(({ events }) => roundEnded(events))?.events ?? []);
  for (const { events } of happenings) {
    const held = roundEnded(events) ? quartersOf(events) : known;
    const built = new Map<string, { seat: number; kind: number; tile: number; n: number }>();
    for (const event of events) {
      const [code = 0, a = 0, b = 0, c = 0] = event;
      if (code === 3) {
        const key = `${a} ${b}`;
        built.set(key, { seat: a, kind: b, tile: c, n: (built.get(key)?.n ?? 0) + 1 });
      } else if (code === 41) {
        lines.push(eventLine(a, events, names, owner));
      } else if (code !== 37 || known.get(`${a} ${c}`) !== b) {
        const line = tellOne(code, event, names);
        if (line) lines.push(line);
      }
    }
    known = held;
    for (const { seat, kind, tile, n } of built.values()) {
      const what = coded("building", kind, { n });
      lines.push({
        seat,
        tile,
        tone: "plain",
        text: text(n > 1 ? "story.builtMany" : "story.built", { who: names.of(seat), what, n }),
      });
    }
  }
  return lines;
}

function roundEnded(events: Happening["events"]): boolean {
  return events.some(([code]) => code === 46);
}

/** Points of the quarters a round's end counted, by seat and tile. */
function quartersOf(events: Happening["events"]): Map<string, number> {
  return new Map(
    events
      .filter(([code]) => code === 37)
      .map(([, seat = 0, points = 0, tile = 0]) => [`${seat} ${tile}`, points]),
  );
}

function eventLine(
  card: number,
  events: Happening["events"],
  { me }: Names,
  owner: OwnerOf,
): Line {
  const { coins, people, words } = eventEffect(events, me, owner);
  return {
    seat: -1,
    tile: -1,
    tone: coins < 0 || people < 0 ? "bad" : coins > 0 || people > 0 ? "good" : "plain",
    text: text("effectOf.told", { event: coded("event", card), what: words }),
  };
}

/**
 * What the event of a round's end did to the player. Whoever moved after the incomes were told
 * moved because of it: people leave before the event is told, newcomers come after it.
 */
export function eventEffect(
  events: Happening["events"],
  me: number,
  owner: OwnerOf,
): { readonly coins: number; readonly people: number; readonly words: string } {
  const struck = events.findIndex(([code]) => code === 41);
  const coins = events[struck]?.[2 + me] ?? 0;
  const after = events.slice(events.findLastIndex(([code]) => code === 40) + 1);
  const people = peopleMoved(after, me, owner);
  const spared = events.some(([code, seat]) => code === 42 && seat === me);
  const words = [
    ...(coins ? [text("effectOf.coins", { n: Math.abs(coins), sum: signed(coins) })] : []),
    ...(people < 0 ? [text("effectOf.left", { n: -people })] : []),
    ...(people > 0 ? [text("effectOf.came", { n: people })] : []),
  ];
  if (words.length === 0) words.push(text(spared ? "effectOf.spared" : "effectOf.none"));
  return { coins, people, words: words.join(", ") };
}

/** People who came to the player's homes less those who left. */
function peopleMoved(events: Happening["events"], me: number, owner: OwnerOf): number {
  return events.reduce(
    (sum, [code, tile = 0, n = 0]) =>
      owner(tile) !== me ? sum : code === 38 ? sum - n : code === 39 ? sum + n : sum,
    0,
  );
}

function tellOne(code: number, event: readonly number[], names: Names): Line | null {
  const { me } = names;
  const [, a = 0, b = 0, c = 0, d = 0, e = 0] = event;
  const who = names.of(a);
  const line = (words: string, tone: Tone = "plain", tile = -1, seat = a): Line => ({
    seat,
    text: words,
    tone,
    tile,
  });
  const mine = (good: Tone): Tone => (a === me ? good : "plain");
  switch (code) {
    case 1:
      return line(text("story.road", { who, n: event.length - 2 }), "plain", b);
    case 2:
      return line(text("story.avenue", { who, n: event.length - 2 }), "plain", b);
    case 4:
      return line(text("story.upgraded", { who, what: coded("building", b) }), "plain", c);
    case 5:
      return line(text("story.demolished", { who, what: coded("building", b) }), "plain", c);
    case 6:
      return line(text("story.roadRemoved", { who }), "plain", b);
    case 7:
      return line(
        text("story.rightOfWay", { who, whose: names.whose(c), n: d }),
        c === me ? "bad" : "plain",
        b,
      );
    case 8:
      return line(
        text("story.policy", {
          who,
          tax: coded("tax", b),
          price: c,
          ordinance: coded("ordinance", d) + (e ? `, ${coded("ordinance", e)}` : ""),
        }),
      );
    case 9:
      return line(
        text("story.offerMade", { who, other: names.object(c), offer: offerText(event.slice(1)) }),
        c === me ? "good" : "plain",
      );
    case 10:
      return line(
        text("story.accepted", {
          whose: names.whose(a),
          other: names.of(c),
          offer: offerText(event.slice(1)),
        }),
      );
    case 11:
      return line(text("story.declined", { whose: names.whose(a), other: names.of(c) }));
    case 12:
      return line(text("story.withdrawn", { who }));
    case 13:
      return line(text("story.lapsed", { whose: names.whose(a, true) }));
    case 14:
      return line(text("story.overtime", { who }));
    case 15:
      return line(text("story.funds", { who, n: b }));
    case 16:
      return line(text("story.undone", { who }));
    case 19:
      return line(text("story.resigned", { who }));
    case 30:
      return line(
        text("story.powerSold", { who, other: names.object(b), n: c, coins: d }),
        a === me ? "good" : b === me ? "bad" : "plain",
      );
    case 31:
      return e
        ? line(text("story.shortfall", { who, other: names.object(b), coins: e }), mine("bad"))
        : null;
    case 32:
      return line(text("story.contractEnded", { who: names.object(a), other: names.object(b) }));
    case 33:
      return line(text("story.dark", { who }), mine("bad"), b);
    case 36:
      return b ? line(text("story.fees", { who, n: b }), mine("good")) : null;
    case 37:
      return line(text("story.quarter", { whose: names.whose(a, true), points: signed(b) }), mine("good"), c);
    case 40: {
      const n = event.slice(2).reduce((sum, coins) => sum + coins, 0);
      if (n === 0) return null;
      return n > 0
        ? line(text("story.income", { who, n }), mine("good"))
        : line(text("story.loss", { who, n: -n }), mine("bad"));
    }
    case 42:
      // The player's own is told with the event.
      return a === me ? null : line(text("story.passedBy", { who, event: coded("event", b) }));
    case 43:
      return line(
        text("story.goal", { who, goal: coded("goal", b), points: signed(c) }),
        a === me ? "good" : "bad",
      );
    case 45:
      if (b === 0) return null;
      return line(text("story.catchUp", { who, n: b }), mine("good"));
    case 46:
      return line(text("story.roundEnded", { n: a }), "round", -1, -1);
    case 48:
      return a ? line(text("story.forecast", { event: coded("event", a) }), "plain", -1, -1) : null;
    case 50:
      return line(text("story.over"), "round", -1, -1);
    default:
      return tellPlan(event, names);
  }
}

/** What a round brought the player. */
export interface Recap {
  readonly round: number;
  readonly coins: number;
  /** [income line, coins]. */
  readonly lines: readonly (readonly [number, number])[];
  readonly people: number;
  /** Prestige now, by seat. */
  readonly prestige: readonly number[];
  readonly event: number;
  readonly eventDid: string;
  readonly goals: readonly (readonly [number, number, number])[];
}

/** The last round's end in these events, or null. `owner` tells whose a home is. */
export function recapOf(
  happenings: readonly Happening[],
  me: number,
  owner: OwnerOf,
): Recap | null {
  let found: Recap | null = null;
  for (const { events } of happenings) {
    const ended = events.find(([code]) => code === 46);
    if (!ended) continue;
    const income = events.find(([code, seat]) => code === 40 && seat === me)?.slice(2) ?? [];
    const struck = events.find(([code]) => code === 41);
    const caught = events.find(([code, seat]) => code === 45 && seat === me)?.[2] ?? 0;
    const lines = income.map((coins, i) => [i, coins] as const).filter(([, coins]) => coins !== 0);
    const eventCoins = struck?.[2 + me] ?? 0;
    if (eventCoins) lines.push([14, eventCoins]);
    if (caught) lines.push([15, caught]);
    found = {
      round: ended[1] ?? 0,
      coins: lines.reduce((sum, [, coins]) => sum + coins, 0),
      lines,
      people: peopleMoved(events, me, owner),
      prestige: events
        .filter(([code]) => code === 44)
        .sort((a, b) => (a[1] ?? 0) - (b[1] ?? 0))
        .map((row) => row.at(-1) ?? 0),
      event: struck?.[1] ?? 0,
      eventDid: eventEffect(events, me, owner).words,
      goals: events
        .filter(([code]) => code === 43)
        .map(([, seat = 0, goal = 0, points = 0]) => [seat, goal, points] as const),
    };
  }
  return found;
}
