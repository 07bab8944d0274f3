package org.openhall.content.search;

/** A text as it is heard; each array has one place for each character. */
final class Spoken {
  private final int[] characters;
  private final int[] sounds;
  private final int[] alike;

  /**
   * Takes the arrays over.
   *
   * @param characters code points
   * @param sounds numbers of the syllables
   * @param alike numbers of the syllables' families
   */
  Spoken(int[] characters, int[] sounds, int[] alike) {
    this.characters = characters;
    this.sounds = sounds;
    this.alike = alike;
  }

  int[] characters() {
    return characters;
  }

  int[] sounds() {
    return sounds;
  }

  int[] alike() {
    return alike;
  }

  int length() {
    return characters.length;
  }

  String text(int from, int until) {
    return new String(characters, from, until - from);
  }
}
