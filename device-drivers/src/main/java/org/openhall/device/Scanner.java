package org.openhall.device;

import java.time.Duration;

/**
 * Reads codes that a citizen holds to it: QR and bar codes. A code may tell of a person (an
 * identity code, a health code), so it comes only to who asked, as an outcome; what is scanned
 * while nobody asks is dropped unseen.
 */
public interface Scanner extends Device {

  /** Its kind in {@link Capabilities}. */
  String KIND = "scanner";

  /** The longest code, in bytes as the scanner sends it; a QR code holds at most 2,953. */
  int LONGEST_CODE = 4_096;

  /** Counter: codes that were read. */
  String CODES_SCANNED = "codes-scanned";

  /** Counter: codes that came and could not be used. */
  String CODES_UNREADABLE = "codes-unreadable";

  /**
   * Waits for a code. The caller must already have shown what for. What comes from {@link
   * Prompt#SHOW_CODE} on counts.
   *
   * @param timeout how long to wait for a code to begin, at most 5 minutes
   */
  DeviceCommand<ScanOutcome> scan(Duration timeout);

  /** How a scan ended. */
  sealed interface ScanOutcome {
    /** A code was read; whoever takes it must erase it. */
    record CodeScanned(ScannedCode code) implements ScanOutcome {}

    /** No code was held to the scanner in time. */
    record NoCode() implements ScanOutcome {}

    /** Something came that is no whole code; holding it there again may help. */
    record CodeUnreadable(Flaw flaw) implements ScanOutcome {}

    /** The caller ended the scan. */
    record Cancelled() implements ScanOutcome {}

    /** The scanner cannot be used now; its health says why. */
    record ScannerUnavailable(DeviceHealth health) implements ScanOutcome {}
  }

  /** What was wrong with a code. */
  enum Flaw {
    /** Longer than {@link #LONGEST_CODE}. */
    TOO_LONG,
    /** Neither UTF-8 nor GB 18030, or with characters that no text has. */
    NOT_TEXT,
    /** It ended in the middle. */
    BROKEN_OFF
  }
}
