/** The part of MicroPython's WebAssembly package that is used here. */
declare module "@micropython/micropython-webassembly-pyscript/micropython.mjs" {
  export interface FileSystem {
    writeFile(path: string, data: Uint8Array | string): void;
    readFile(path: string): Uint8Array;
    mkdirTree(path: string): void;
  }

  export interface MicroPython {
    readonly FS: FileSystem;
    readonly globals: { get(name: string): unknown };
    runPython(code: string): unknown;
  }

  export function loadMicroPython(options: {
    /** Where the .wasm file lies; beside the loader if not given. */
    url?: string;
    /** Bytes of the first heap; it grows by itself. */
    heapsize?: number;
    stdout?: (line: string) => void;
  }): Promise<MicroPython>;
}
