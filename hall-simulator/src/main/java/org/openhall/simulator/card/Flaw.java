package org.openhall.simulator.card;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What may be broken about a card itself, as {@code flaw} in its file says. */
public enum Flaw {
  /** Nothing. */
  NONE,
  /** It never answers: the module does not find it, the reader waits in vain. */
  MUTE,
  /** It is found, and what is on it cannot be read. */
  UNREADABLE,
  /** It is read, and what is on it makes no sense. */
  GARBAGE,
  /** What is read off it arrives with a wrong checksum; of documents only. */
  CHECKSUM,
  /** It slips away in the middle of every reading. */
  TEAR,
  /** Its answer to reset is none that a reader could use; of chips only. */
  WRONG_ATR;

  /** The flaw by the word of card files, e.g. {@code wrong-atr}. */
  static Optional<Flaw> of(String word) {
    return Arrays.stream(values()).filter(flaw -> flaw.word().equals(word)).findFirst();
  }

  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
