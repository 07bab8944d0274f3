package org.openhall.kiosk.widget;

import java.util.List;

/** The faces of an {@link InputPad}: rows of keys, each a character. */
public enum PadLayout {
  /** Letters become syllables, and syllables candidates. */
  PINYIN("1234567890", "QWERTYUIOP", "ASDFGHJKL", "'ZXCVBNM⌫"),
  /** Letters stay letters. */
  LETTERS("1234567890", "QWERTYUIOP", "ASDFGHJKL", "⇧ZXCVBNM⌫"),
  /** Large digits, and what numbers of cards and telephones need besides. */
  DIGITS("123", "456", "789", "X0-⌫"),
  /** The five strokes: 横, 竖, 撇, 点, 折. */
  STROKES("一丨丿", "丶乛⌫"),
  /** Marks of document numbers and of Chinese text. */
  SYMBOLS("1234567890", "〔〕号第年月日令函发", "《》（）【】“”-/", "、，。：；？！—·⌫");

  /** Takes the last character away. */
  static final char BACKSPACE = '⌫';

  /** Turns capital letters on and off. */
  static final char SHIFT = '⇧';

  /** Parts two syllables. */
  static final char MARK = '\'';

  private static final String STROKE_FACES = "一丨丿丶乛";
  private static final String STROKE_KEYS = "hspnz";

  private final String rows;

  PadLayout(String... rows) {
    this.rows = String.join("\n", rows);
  }

  /** The keys, from above. */
  List<String> rows() {
    return rows.lines().toList();
  }

  /** Whether keys become candidates. */
  boolean composes() {
    return this == PINYIN || this == STROKES;
  }

  /** Whether text is one of the five strokes. */
  static boolean isStroke(String text) {
    return text.length() == 1 && STROKE_FACES.contains(text);
  }

  /** The keys of strokes as an input method takes them: 一丨 is hs. */
  static String strokeKeys(String faces) {
    return faces
        .chars()
        .map(face -> STROKE_KEYS.charAt(STROKE_FACES.indexOf(face)))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
