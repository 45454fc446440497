export type ScanResult =
  | { readonly isClean: true }
  | { readonly isClean: false /** As the scanner calls what it found. */; readonly finding: string };

/** Looks for malware in what people send. */
export interface VirusScanner {
  /**
   * Reads the content to its end, or as far as it takes to know.
   * @throws {AppError} VIRUS_SCAN_UNAVAILABLE when nobody can say, and whatever the content itself throws
   */
  scan(content: AsyncIterable<Uint8Array>): Promise<ScanResult>;
  /** Who scans, for the log: never a secret. */
  describe(): string;
}
