package org.openhall.device.printer;

/**
 * Whether a receipt was sent that the printer never confirmed, and may still lie in it in part. All
 * is the device's thread's.
 */
final class Doubt {

  private boolean present;
  private boolean ours;
  private boolean tried;

  /**
   * At the program's start.
   *
   * @param present whether an earlier run of the program may have ended within a receipt
   */
  Doubt(boolean present) {
    this.present = present;
  }

  boolean present() {
    return present;
  }

  /** Whether this program sent the receipt in doubt. */
  boolean ours() {
    return ours;
  }

  /** A receipt is about to be sent. */
  void begin() {
    present = true;
    ours = true;
    tried = false;
  }

  /** The printer has confirmed that nothing is left. */
  void end() {
    present = false;
    ours = false;
  }

  /**
   * Whether to clear it up unasked: once, as a printer that never confirms would else cut its paper
   * to pieces.
   */
  boolean dueUnasked() {
    boolean due = ours && !tried;
    tried = tried || due;
    return due;
  }
}
