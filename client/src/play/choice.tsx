/** A few choices side by side: radio buttons that look like one control. */
import type { ComponentChild, VNode } from "preact";

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly value: number;
  readonly set: (n: number) => void;
  readonly options: readonly (readonly [number, ComponentChild])[];
}

/** A few choices side by side. */
export function Choice({ name, label, value, set, options }: ChoiceProps): VNode {
  return (
    <fieldset class="choice">
      <legend>{label}</legend>
      <div class="segments">
        {options.map(([n, words]) => (
          <label key={n} class="segment">
            <input
              type="radio"
              name={name}
              value={n}
              checked={n === value}
              onChange={() => {
                set(n);
              }}
            />
            <span>{words}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
