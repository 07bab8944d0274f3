package org.openhall.identity;

import java.nio.file.Path;
import java.util.Arrays;
import org.openhall.demo.witness.Witness;
import org.openhall.kiosk.KioskMain;

/** The kiosk with a witness of what it shows, as the demonstration starts it by its jar. */
final class SeenKiosk {
  private SeenKiosk() {}

  /** The first word is the witness's socket, the others are the kiosk's. */
  public static void main(String[] words) {
    Witness.watch(Path.of(words[0]));
    KioskMain.main(Arrays.copyOfRange(words, 1, words.length));
  }
}
