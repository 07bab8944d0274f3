package org.openhall.kiosk.screen.takeaway;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text into parts of so many UTF-8 bytes. A character is never cut, nor parted from the
 * variation selector after it.
 */
final class TextCut {
  private static final String SENTENCE_ENDS = "。；！？;!?";

  private final int room;
  private final boolean atSentences;

  private TextCut(int room, boolean atSentences) {
    this.room = room;
    this.atSentences = atSentences;
  }

  /** Fills each part as far as it goes. */
  static TextCut anywhere(int room) {
    return new TextCut(room, false);
  }

  /**
   * Ends each part with a paragraph, else with a sentence, if one ends in its second half; a part
   * keeps the line feed at its end.
   */
  static TextCut atSentences(int room) {
    return new TextCut(room, true);
  }

  /** The parts; joined they are the text. One empty part for an empty text. */
  List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int end = end(text, at);
      parts.add(text.substring(at, end));
      at = end;
    }
    return parts.isEmpty() ? List.of("") : parts;
  }

  private int end(String text, int from) {
    int most = fullEnd(text, from);
    if (!atSentences || most == text.length()) {
      return most;
    }
    int half = from + (most - from) / 2;
    int paragraph = text.lastIndexOf('\n', most - 1) + 1;
    if (paragraph > half) {
      return paragraph;
    }
    int sentence = sentenceEnd(text, half, most);
    return sentence > half ? sentence : most;
  }

  /** Where the last character that still fits ends. */
  private int fullEnd(String text, int from) {
    int bytes = 0;
    int at = from;
    while (at < text.length()) {
      int next = characterEnd(text, at);
      bytes += utf8(text, at, next);
      if (bytes > room && at > from) {
        return at;
      }
      at = next;
    }
    return at;
  }

  private static int characterEnd(String text, int at) {
    int end = at + Character.charCount(text.codePointAt(at));
    while (end < text.length() && joins(text.codePointAt(end))) {
      end += Character.charCount(text.codePointAt(end));
    }
    return end;
  }

  private static boolean joins(int codePoint) {
    return Character.getType(codePoint) == Character.NON_SPACING_MARK;
  }

  private static int utf8(String text, int from, int to) {
    return text.substring(from, to)
        .codePoints()
        .map(c -> c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4)
        .sum();
  }

  private static int sentenceEnd(String text, int from, int to) {
    for (int at = to; at > from; at--) {
      if (SENTENCE_ENDS.indexOf(text.charAt(at - 1)) >= 0) {
        return at;
      }
    }
    return from;
  }
}
