/** What the player is doing: the tool in hand, the cursor, the plan and its preview. */
import { RulesError } from "../rules/client.ts";
import type { Explanation, Preview } from "../rules/operations.ts";
import { draw, standsInTheWay } from "./drawing.ts";
import { Herald } from "./herald.ts";
import type { Match, Refusal } from "./match.ts";
import { Panels } from "./panels.ts";
import { Questions } from "./questions.ts";
import type { Advice } from "./suggestion.ts";
import {
  ACTION,
  CATEGORIES,
  categoryOf,
  isLine,
  NO_UPGRADE,
  shapesOf,
  type Category,
  type Plan,
} from "./tools.ts";
import { byTouch } from "./touch.ts";
import type { ViewKind } from "./view-choice.ts";

export class Desk {
  readonly match: Match;
  readonly panels: Panels;
  category: Category = CATEGORIES[0];
  tool: number | null = null;
  shape = 0;
  /** Where the pointer or the keyboard's cursor is. */
  cursor: number | null = null;
  /** Where a line began. */
  anchor: number | null = null;
  /** A tile whose card stays open. */
  selected: number | null = null;
  plan: Plan | null = null;
  refusal: Refusal | null = null;
  /** A plan waits for a yes: a suggestion, or a touch. */
  confirming = false;
  /** The plan is a bot's. */
  suggested = false;
  /** A suggestion that has no place on the board. */
  advice: Advice | null = null;
  /** Where something was just built: nothing is planned there until the pointer moves on. */
  #spent: number | null = null;
  /** Spoken to screen readers. */
  spoken = "";
  /** The tool and the cursor before a suggestion took their place. */
  #before: { readonly tool: number | null; readonly cursor: number | null } | null = null;
  #round: number;
  readonly #herald: Herald;
  readonly #listeners = new Set<() => void>();
  readonly #questions: Questions;

  /** `view`: how the map is shown at first. */
  constructor(match: Match, view: ViewKind = "flat") {
    this.match = match;
    this.panels = new Panels(() => {
      this.tell();
    }, view);
    this.#herald = new Herald(match);
    this.#round = match.screen.round;
    this.#questions = new Questions(match, () => {
      this.tell();
    });
    match.listen(() => {
      this.#stateChanged();
    });
  }

  /**
   * Whether the player's turn has come, and all that others did has been seen: what is shown is
   * what ending the turn, taking back and advice are about.
   */
  get atTurn(): boolean {
    const { myTurn, playing, screen, me } = this.match;
    return myTurn && !playing && screen.turn_seat === me;
  }

  get preview(): Preview | null {
    return this.#questions.preview;
  }

  get explanation(): Explanation | null {
    return this.#questions.explanation;
  }

  get mask(): Uint8Array | null {
    return this.#questions.mask;
  }

  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(): void {
    for (const listener of this.#listeners) listener();
  }

  say(words: string): void {
    this.spoken = words;
    this.tell();
  }

  choose(wanted: number | null): void {
    const tool = this.match.over ? null : wanted;
    this.tool = tool;
    this.shape = 0;
    this.panels.overlay = null;
    this.selected = null;
    this.#putDown();
    if (tool !== null) this.category = categoryOf(tool);
    this.#questions.askMask(this.tool);
    this.#look();
    this.tell();
  }

  /** The next tool of a category: what its letter does. */
  cycle(category: Category): void {
    const at = this.tool === null ? -1 : (category.tools as readonly number[]).indexOf(this.tool);
    this.choose(category.tools[(at + 1) % category.tools.length] ?? null);
  }

  nextShape(): void {
    if (this.tool === null) return;
    const shapes = shapesOf(this.tool, this.match.tables);
    this.setShape(shapes[(shapes.indexOf(this.shape) + 1) % shapes.length] ?? 0);
  }

  setShape(shape: number): void {
    this.shape = shape;
    this.#replan();
  }

  /** The pointer or the cursor came to a tile, or left the board. */
  point(tile: number | null): void {
    if (tile === this.cursor && !this.confirming) return;
    if (this.confirming && this.anchor === null) return;
    this.cursor = tile;
    this.#spent = null;
    this.refusal = null;
    this.#replan();
  }

  /** Starts a line at the cursor, for tools that draw lines. */
  start(tile: number): void {
    this.cursor = tile;
    this.#spent = null;
    this.suggested = false;
    this.confirming = false;
    this.refusal = null;
    if (this.selected !== tile) this.selected = null;
    this.anchor = this.tool !== null && isLine(this.tool, this.match.tables) ? tile : null;
    this.#replan();
  }

  /** Does what is planned, or asks for a yes first; without a tool, opens the tile's card. */
  async commit(ask: boolean): Promise<void> {
    if (this.tool === null || !this.plan) {
      this.select(this.cursor);
      return;
    }
    if (ask) {
      if (this.#meetsBuilding()) {
        const tile = this.cursor;
        this.#putDown();
        this.cursor = null;
        this.select(tile);
        return;
      }
      this.confirming = true;
      this.anchor = null;
      this.tell();
      return;
    }
    if (this.preview?.rejection === NO_UPGRADE) return; // would upgrade to something else
    await this.carryOut(this.plan.action, this.plan.tiles[0] ?? 0);
  }

  select(tile: number | null): void {
    this.selected = tile === null || this.selected === tile ? null : tile;
    this.#look();
    this.tell();
  }

  /** Shows a bot's plan as if it were made by hand, and asks for a yes. */
  propose(plan: Plan): void {
    const before = this.#before ?? { tool: this.tool, cursor: this.cursor };
    this.choose(plan.tool);
    this.#before = before;
    this.plan = plan;
    this.cursor = plan.tiles[0] ?? null;
    this.confirming = true;
    this.suggested = true;
    this.#askPreview();
    this.tell();
  }

  /** Tells a suggestion in words, beside the tab where it can be done. */
  advise(advice: Advice): void {
    this.#putDown();
    this.advice = advice;
    if (advice.tab !== null) this.panels.tab = advice.tab;
    this.#replan();
    this.say(advice.words);
  }

  cancel(): void {
    const before = this.#before;
    if (before) {
      this.cursor = byTouch() ? null : before.cursor;
      this.choose(before.tool);
      this.#replan();
    } else if (this.anchor !== null || this.confirming) {
      // Nothing stays to be looked at where a finger only asked.
      if (this.confirming) this.cursor = null;
      this.#putDown();
      this.#replan();
    } else if (this.tool !== null) this.choose(null);
    else if (this.selected !== null) this.select(null);
    else this.panels.showOverlay(this.panels.overlay);
  }

  /** Any action of the player; a refusal is told at the tile. Returns whether it was done. */
  async carryOut(action: readonly number[], tile = -1): Promise<boolean> {
    const about = action[0] === ACTION.endTurn || action[0] === ACTION.undo;
    const may = about ? this.atTurn : this.match.myTurn;
    if (!may && action[0] !== ACTION.resign) {
      this.refusal = { code: 3, need: 0, have: 0, tile };
      this.tell();
      return false;
    }
    try {
      const done = this.match.act(action);
      // A finger has gone once the yes is said; a mouse still points somewhere.
      if (this.confirming) this.cursor = null;
      this.#spent = action[0] === ACTION.undo ? null : this.cursor;
      this.#putDown();
      this.selected = null;
      this.panels.recapClosed = this.match.screen.round - 1;
      await done;
      return true;
    } catch (error) {
      if (!(error instanceof RulesError) || !error.isRejection) throw error;
      const { need = 0, have = 0 } = await this.match.preview(action);
      this.refusal = { code: error.code ?? 0, need, have, tile };
      this.confirming = false;
      this.tell();
      return false;
    }
  }

  #putDown(): void {
    this.#before = null;
    this.anchor = null;
    this.plan = null;
    this.#questions.setPreview(null);
    this.refusal = null;
    this.confirming = false;
    this.suggested = false;
    this.advice = null;
  }

  #replan(): void {
    const idle = this.tool === null || this.cursor === null || this.cursor === this.#spent;
    if (idle || this.tool === null || this.cursor === null || !this.match.myTurn) {
      this.plan = null;
      this.#questions.setPreview(null);
      this.#look();
      this.tell();
      return;
    }
    const { plan, known } = draw(this.match, this.tool, this.anchor, this.cursor, this.shape);
    if (plan.action.join() !== this.plan?.action.join()) {
      this.plan = plan;
      this.#questions.setPreview(known);
      if (!known) this.#askPreview();
    }
    this.tell();
  }

  #askPreview(): void {
    const { plan } = this;
    if (plan) this.#questions.askPreview(plan, () => this.plan === plan);
  }

  /** Explains the tile that is looked at: the selected one, else the one under the cursor. */
  #look(): void {
    this.#questions.askWhy(this.selected ?? (this.tool === null ? this.cursor : null));
  }

  /** Whether a finger met a building that the tool in hand can do nothing with. */
  #meetsBuilding(): boolean {
    const { cursor, anchor, mask, match } = this;
    if (cursor === null || mask === null || (anchor !== null && anchor !== cursor)) return false;
    return standsInTheWay(match, cursor, mask);
  }

  #stateChanged(): void {
    if (!this.match.myTurn) this.#putDown();
    // A tool forgotten in hand would turn the next turn's first tap into building.
    if (this.match.screen.round !== this.#round && byTouch()) this.tool = null;
    if (this.match.over) {
      this.tool = null;
      if (this.panels.sheet === "build") this.panels.sheet = null;
    }
    this.#round = this.match.screen.round;
    this.spoken = this.#herald.news() ?? this.spoken;
    this.#questions.askMask(this.tool);
    this.#replan();
  }
}
