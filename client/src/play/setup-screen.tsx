/** The start page: one click to play, or a match of one's own. */
import type { VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

import { scene, type Scene } from "../board/scene.ts";
import type { RulesClient } from "../rules/client.ts";
import type { Setup, Tables } from "../rules/operations.ts";
import { coded, text } from "../text/catalogue.ts";
import { Choice } from "./choice.tsx";
import { Icon } from "./icons.tsx";
import { Latest } from "./latest.ts";
import { kept } from "./saved.ts";
import { Range } from "./range.tsx";
import { newSeed, seedFrom } from "./seed.ts";
import { ThemeSwitch } from "./theme.tsx";
import { Valley } from "./valley.tsx";

const CUSTOM = 3;
const MEDIUM = 1;

interface Props {
  readonly rules: RulesClient;
  readonly tables: Tables;
  /** What has become of a kept match, where it could not be taken up. */
  readonly notice: string;
  readonly onStart: (setup: Setup, level: number) => Promise<void>;
  readonly onResume: () => Promise<void>;
}

export function SetupScreen({ rules, tables, notice, onStart, onResume }: Props): VNode {
  const [kind, setKind] = useState(0);
  const [level, setLevel] = useState(MEDIUM);
  const [wanted, setSeats] = useState(2);
  const [written, setWritten] = useState(newSeed);
  const [customSize, setSize] = useState(20);
  const [customRounds, setRounds] = useState(10);
  const [land, setLand] = useState<Scene | null>(null);
  const previews = useRef(new Latest());
  const saved = kept();
  const [size, rounds, least, most] = tables.standard[kind] ?? [customSize, customRounds, 2, 6];
  const seats = Math.min(most, Math.max(least, wanted));
  const smallest = tables.sizes[seats - 2] ?? 16;
  const side = kind === CUSTOM ? Math.max(size, smallest) : size;
  const setup: Setup = {
    version: 0,
    kind,
    size: side,
    seats,
    rounds,
    seed: seedFrom(written),
    chance: 0,
    resigned: 0,
    coins: 32,
    points: 3,
  };

  useEffect(() => {
    previews.current.ask(async () => {
      const { game } = await rules.call("new", { setup });
      const screen = await rules.call("screen", { game });
      await rules.call("drop", { game });
      return scene(screen);
    }, setLand);
  }, [kind, seats, side, written]);

  return (
    <main class="start">
      <section class="start-words">
        <h1>{text("solo.title")}</h1>
        <p class="promise">{text("solo.promise")}</p>
        {notice && (
          <p class="paper notice" role="alert">
            {notice}
          </p>
        )}
        <div class="start-actions">
          <button
            type="button"
            class="button big"
            data-play
            onClick={() => void quick(rules, onStart)}
          >
            <Icon name="play" />
            <span>
              {text("home.play")}
              <small>{text("home.playRule")}</small>
            </span>
          </button>
          {saved && (
            <button
              type="button"
              class="button plain big"
              data-continue
              onClick={() => void onResume()}
            >
              <Icon name="next" />
              <span>
                {text("home.continue")}
                <small>{coded("kind", saved.setup.kind)}</small>
              </span>
            </button>
          )}
        </div>
        <form
          class="paper chooser"
          onSubmit={(event) => {
            event.preventDefault();
            void onStart(setup, level);
          }}
        >
          <h2>{text("home.choose")}</h2>
          <Choice
            name="kind"
            label={text("home.kind")}
            value={kind}
            set={setKind}
            options={[0, 1, 2, CUSTOM].map((n) => [n, coded("kind", n)])}
          />
          <p class="quiet">{coded("kindRule", kind)}</p>
          <Choice
            name="level"
            label={text("home.level")}
            value={level}
            set={setLevel}
            options={[0, 1].map((n) => [n, coded("level", n)])}
          />
          {most > least && (
            <Choice
              name="seats"
              label={text("home.seats")}
              value={seats}
              set={setSeats}
              options={Array.from({ length: most - least + 1 }, (_, i) => [
                least + i,
                String(least + i),
              ])}
            />
          )}
          {kind === CUSTOM && (
            <Range
              label={text("home.size")}
              value={side}
              least={smallest}
              most={Math.min(48, tables.sizes.at(-1) ?? 64)}
              words={text("home.sizeValue", { n: side })}
              set={setSize}
            />
          )}
          {kind === CUSTOM && (
            <Range
              label={text("home.rounds")}
              value={rounds}
              least={4}
              most={24}
              words={String(rounds)}
              set={setRounds}
            />
          )}
          <label class="field">
            <span>{text("home.seed")}</span>
            <span class="seed">
              <input
                name="seed"
                value={written}
                spellcheck={false}
                autocomplete="off"
                aria-describedby="seed-rule"
                onInput={(event) => {
                  setWritten(event.currentTarget.value);
                }}
              />
              <button
                type="button"
                class="square"
                aria-label={text("home.shuffle")}
                onClick={() => {
                  setWritten(newSeed());
                }}
              >
                <Icon name="shuffle" />
              </button>
            </span>
          </label>
          <p class="quiet" id="seed-rule">
            {text("home.seedRule")}
          </p>
          <button type="submit" class="button" data-start>
            {text("home.start")}
          </button>
        </form>
        <ThemeSwitch />
      </section>
      <figure class="start-valley">
        <Valley land={land} capacity={tables.capacity} />
        <figcaption class="quiet">{text("home.map", { size: side, seats, rounds })}</figcaption>
      </figure>
    </main>
  );
}

async function quick(rules: RulesClient, onStart: Props["onStart"]): Promise<void> {
  await onStart(await rules.call("standard", { kind: 0, seats: 2, seed: newSeed() }), MEDIUM);
}
