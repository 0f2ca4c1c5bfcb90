/** What the desk asks of the match while the player looks around; newer questions overtake. */
import type { Explanation, Preview } from "../rules/operations.ts";
import { Latest } from "./latest.ts";
import type { Match } from "./match.ts";
import type { Plan } from "./tools.ts";

export class Questions {
  /** What the plan would bring; null until it is known. */
  preview: Preview | null = null;
  /** Why the tile that is looked at is as it is. */
  explanation: Explanation | null = null;
  /** Where the tool in hand works. */
  mask: Uint8Array | null = null;
  readonly #match: Match;
  readonly #answered: () => void;
  readonly #previews = new Latest();
  readonly #explanations = new Latest();
  readonly #masks = new Latest();

  constructor(match: Match, answered: () => void) {
    this.#match = match;
    this.#answered = answered;
  }

  /** `stands` tells whether the plan is still the one, once the answer is there. */
  askPreview({ action }: Plan, stands: () => boolean): void {
    this.#previews.ask(
      () => this.#match.preview(action),
      (preview) => {
        if (!stands()) return;
        this.preview = preview;
        this.#answered();
      },
    );
  }

  /** A preview that is known without asking, or none. */
  setPreview(preview: Preview | null): void {
    this.#previews.forget();
    this.preview = preview;
  }

  /** Explains a tile, or nothing while others act. */
  askWhy(tile: number | null): void {
    if (tile === null || this.#match.playing) {
      this.explanation = null;
      this.#explanations.forget();
      return;
    }
    this.#explanations.ask(
      () => this.#match.explain(tile),
      (explanation) => {
        this.explanation = explanation;
        this.#answered();
      },
    );
  }

  askMask(tool: number | null): void {
    this.mask = null;
    if (tool === null || !this.#match.myTurn) {
      this.#masks.forget();
      return;
    }
    this.#masks.ask(
      () => this.#match.mask(tool),
      (mask) => {
        this.mask = mask;
        this.#answered();
      },
    );
  }
}
