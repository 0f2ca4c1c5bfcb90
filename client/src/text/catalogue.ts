/** Every text a player reads, by key. Another language is another table of the same keys. */
import { english } from "./en/index.ts";

/**
 * A text with {places}, or one for each plural category of the place {n}; without {n}, for one.
 * A place {coins:coin} is the number `coins` with its noun, from the text "count.coin".
 */
export type Message = string | { readonly one: string; readonly other: string };

export type Key = keyof typeof english;

/** Groups of texts that are keyed by the rules' own numbers. */
export type CodeGroup =
  | "rejection"
  | "building"
  | "effect"
  | "goal"
  | "goalRule"
  | "event"
  | "eventRule"
  | "terrain"
  | "wind"
  | "ordinance"
  | "ordinanceRule"
  | "tax"
  | "factor"
  | "income"
  | "prestige"
  | "level"
  | "kind"
  | "kindRule"
  | "mayor"
  | "thing"
  | "count"
  | "colour"
  | "stepFailed"
  | "refused"
  | "failure"
  | "entry"
  | "check";

export type Values = Readonly<Record<string, string | number>>;

const LANGUAGE = "en";
const plural = new Intl.PluralRules(LANGUAGE);
const list = new Intl.ListFormat(LANGUAGE);
const table: Readonly<Record<string, Message>> = english;

/** Whether a number, perhaps with its sign, goes with the singular. */
function isOne(n: string | number | undefined): boolean {
  return n === undefined || plural.select(Number(String(n).replace(/^[+−]/, ""))) === "one";
}

function fill(message: Message, values: Values): string {
  const text =
    typeof message === "string"
      ? message
      : isOne(values["n"])
        ? message.one
        : message.other;
  return text.replace(/\{(\w+)(?::(\w+))?\}/g, (place, name: string, noun?: string) => {
    const value = values[name] ?? place;
    const counted = noun === undefined ? undefined : table[`count.${noun}`];
    return counted === undefined ? String(value) : fill(counted, { n: value });
  });
}

export function text(key: Key, values: Values = {}): string {
  return fill(english[key], values);
}

/** The text of a number of the rules; the bare number if the catalogue lacks it. */
export function coded(group: CodeGroup, code: number, values: Values = {}): string {
  const message = table[`${group}.${code}`];
  return message === undefined ? `${group} ${code}` : fill(message, values);
}

export function hasCode(group: CodeGroup, code: number): boolean {
  return `${group}.${code}` in table;
}

/** Several names or things as a sentence has them: a, b, and c. */
export function listed(words: readonly string[]): string {
  return list.format(words);
}

/** A number with its sign, the minus as wide as the plus. */
export function signed(n: number): string {
  return n > 0 ? `+${n}` : n < 0 ? `−${-n}` : "0";
}
