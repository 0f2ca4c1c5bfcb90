/** A number between two bounds, with its value beside it. */
import type { VNode } from "preact";

interface Props {
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly words: string;
  readonly set: (n: number) => void;
}

export function Range({ label, value, least, most, words, set }: Props): VNode {
  return (
    <label class="field">
      <span>{label}</span>
      <span class="range">
        <input
          type="range"
          min={least}
          max={most}
          value={value}
          onInput={(event) => {
            set(Number(event.currentTarget.value));
          }}
        />
        <output>{words}</output>
      </span>
    </label>
  );
}
