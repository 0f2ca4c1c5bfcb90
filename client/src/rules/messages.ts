/** What goes between the page and the worker that holds the rules. */

export interface Request {
  readonly id: number;
  readonly op: string;
  readonly args: unknown;
}

export interface Failure {
  /** Class of the Python exception, or of the failure of the worker itself. */
  readonly type: string;
  readonly code: number | null;
  readonly message: string;
  readonly traceback: string;
}

export type Answer =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly error: Failure };

/** Sent once, before any answer: the rules are loaded, or why not. */
export type Greeting = { readonly ready: true } | { readonly ready: false; readonly error: Failure };

/** A worker, as its page sees it; either end of a message channel. */
export interface Port {
  postMessage(message: unknown): void;
  addEventListener(kind: "message", listener: (event: { readonly data: unknown }) => void): void;
}
