/** The page: the start screen, or the match whose address ends in #play. */
import type { VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

import type { RulesClient } from "../rules/client.ts";
import type { Setup, Tables } from "../rules/operations.ts";
import { text } from "../text/catalogue.ts";
import { MatchScreen } from "./match-screen.tsx";
import { pauseOfBots } from "./pause.ts";
import { forget, kept } from "./saved.ts";
import { newSeed } from "./seed.ts";
import { SetupScreen } from "./setup-screen.tsx";
import { SoloMatch, UnusableRecord } from "./solo-match.ts";

const PLAY = "#play";

export function App({
  rules,
  tables,
}: {
  readonly rules: RulesClient;
  readonly tables: Tables;
}): VNode {
  const [match, setMatch] = useState<SoloMatch | null>(null);
  const [replaying, setReplaying] = useState(false);
  const [notice, setNotice] = useState("");
  const last = useRef<{ setup: Setup; level: number } | null>(null);

  const show = (next: SoloMatch) => {
    next.pause = pauseOfBots();
    last.current = { setup: next.setup, level: next.level };
    setMatch(next);
    setNotice("");
    setReplaying(false);
  };
  const start = async (setup: Setup, level: number) => {
    const next = await SoloMatch.start(rules, tables, setup, level);
    forget();
    show(next);
    location.hash = PLAY;
  };
  const resume = async () => {
    const saved = kept();
    if (!saved) return;
    setReplaying(true);
    try {
      show(await SoloMatch.resume(rules, tables, saved));
      location.hash = PLAY;
    } catch (error) {
      const unusable = error instanceof UnusableRecord;
      if (unusable) forget();
      setNotice(text(unusable ? "home.unusable" : "home.notResumed"));
      setReplaying(false);
      location.hash = "";
    }
  };

  useEffect(() => {
    const follow = () => {
      if (location.hash === PLAY) return;
      setMatch(null);
    };
    addEventListener("hashchange", follow);
    if (location.hash === PLAY) void resume();
    return () => {
      removeEventListener("hashchange", follow);
    };
  }, []);

  if (replaying)
    return (
      <p class="waiting" role="status">
        {text("match.replaying")}
      </p>
    );
  if (!match)
    return (
      <SetupScreen
        rules={rules}
        tables={tables}
        notice={notice}
        onStart={start}
        onResume={resume}
      />
    );
  return (
    <MatchScreen
      key={match.game}
      match={match}
      onAgain={() => {
        const before = last.current;
        if (before) void start({ ...before.setup, seed: newSeed() }, before.level);
      }}
    />
  );
}
