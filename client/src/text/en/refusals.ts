/** Why the platform refused, by the numbers of docs/protocol.md, and when it cannot be reached. */
export const refusals = {
  "refusal.offline": "The server cannot be reached. Check your connection and try again.",
  "refusal.wait": {
    one: "That was a lot at once. Try again in a second.",
    other: "That was a lot at once. Try again in {n} seconds.",
  },
  "refusal.other": "That did not work. Try again in a moment.",
  "refused.200": "Your session has ended. Reload the page.",
  "refused.201": "You may not do this.",
  "refused.404": "This match is gone.",
  "refused.405": "Every seat is taken by now.",
  "refused.406": "Somebody was quicker: this seat is taken.",
  "refused.407": "The match has begun.",
  "refused.409": "You have no seat in this match.",
  "refused.410": "Only the host may do this.",
  "refused.411": "No match can be made of these settings.",
  "refused.414": "The match is over.",
  "refused.416": "You kept the others waiting too often to sit down in this match again.",
  "refused.417": "A seat is free again. The match begins when all are taken.",
  "refused.500": "Too many of your matches still wait for players. Try again when one has begun.",
  "refused.600": "Not possible right now. Try again in a moment.",
} as const;
