package org.openhall.kiosk.screen.takeaway;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/** What the way out of a page knows: its codes, which of them is shown, its receipt's length. */
final class TakeawayModel {
  /** Slower than any printer, so that nobody is promised too much: millimetres a second. */
  private static final int SPEED = 50;

  /** Seconds from the press to the first row, and for the cut. */
  private static final int START = 3;

  private static final int MINUTE = 60;
  private static final int STEP = 5;

  private final TakenPage page;
  private final TextCodes codes;
  private final ReadOnlyIntegerWrapper shown = new ReadOnlyIntegerWrapper();

  TakeawayModel(TakenPage page) {
    this.page = page;
    codes = TextCodes.of(page);
  }

  TakenPage page() {
    return page;
  }

  TextCodes codes() {
    return codes;
  }

  /** Which code is shown, from 0. */
  ReadOnlyIntegerProperty shown() {
    return shown.getReadOnlyProperty();
  }

  /** What the shown code carries. */
  String text() {
    return codes.texts().get(shown.get());
  }

  /** The next code; after the last the first again. */
  void next() {
    shown.set((shown.get() + 1) % codes.texts().size());
  }

  /** The code before; before the first the last. */
  void previous() {
    shown.set(Math.floorMod(shown.get() - 1, codes.texts().size()));
  }

  /** Centimetres of paper, rounded up. */
  static int centimetres(int millimetres) {
    return Math.ceilDiv(millimetres, 10);
  }

  /** Seconds that a print of this length takes at most, in steps of five. */
  static int seconds(int millimetres) {
    return Math.ceilDiv(START + Math.ceilDiv(millimetres, SPEED), STEP) * STEP;
  }

  /** Whether the time is better said in minutes. */
  static boolean inMinutes(int seconds) {
    return seconds >= MINUTE;
  }

  /** Minutes, rounded up. */
  static int minutes(int seconds) {
    return Math.ceilDiv(seconds, MINUTE);
  }
}
