/** Why the platform refused, in words for a person. */
import { RestError } from "../connection/rest.ts";
import { hasCode, coded, text } from "../text/catalogue.ts";

const RATE = 500;

/** Throws what is no refusal: a fault of the page's own. */
export function refusal(error: unknown): string {
  if (!(error instanceof RestError)) throw error;
  if (error.status === 0) return text("refusal.offline");
  if (error.code === RATE && error.retryAfter !== null)
    return text("refusal.wait", { n: Math.ceil(error.retryAfter / 1000) });
  return hasCode("refused", error.code) ? coded("refused", error.code) : text("refusal.other");
}
