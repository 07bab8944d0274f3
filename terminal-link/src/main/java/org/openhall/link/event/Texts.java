package org.openhall.link.event;

/** Bounds of the words in events. */
final class Texts {
  static final int SHORT = 64;
  static final int ID = 256;
  static final int SENTENCE = 500;

  private Texts() {}

  static void check(String text, String name, int longest) {
    if (text.isEmpty() || text.length() > longest) {
      throw new IllegalArgumentException("%s has 1 to %d characters".formatted(name, longest));
    }
  }
}
