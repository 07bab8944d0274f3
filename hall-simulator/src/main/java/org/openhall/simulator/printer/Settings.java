package org.openhall.simulator.printer;

/** What {@code ESC @} sets back: how the next characters are drawn and where they stand. */
final class Settings {

  private static final int DEFAULT_SPACING = 30;

  private Align align = Align.LEFT;
  private boolean bold;
  private boolean reversed;
  private boolean smallFont;
  private int lineSpacing = DEFAULT_SPACING;
  private int codePage;
  private int international;
  private boolean kanji;
  private boolean utf8;
  private int latinAfter;
  private int leftMargin;
  private int printWidth = Integer.MAX_VALUE;
  private int kanjiBefore;
  private int kanjiAfter;
  private final Script latinScript = new Script();
  private final Script kanjiScript = new Script();

  /** Size and underline, which Latin characters and Hanzi have apart. */
  private static final class Script {
    private int widthTimes = 1;
    private int heightTimes = 1;
    private boolean underlined;

    private void size(int width, int height) {
      widthTimes = width;
      heightTimes = height;
    }
  }

  Align align() {
    return align;
  }

  int lineSpacing() {
    return lineSpacing;
  }

  int codePage() {
    return codePage;
  }

  int international() {
    return international;
  }

  /** Whether bytes from 0x81 on begin a Hanzi. */
  boolean kanji() {
    return kanji;
  }

  /** Whether text is UTF-8, whatever kanji mode says. */
  boolean utf8() {
    return utf8;
  }

  void utf8(boolean on) {
    utf8 = on;
  }

  /** Where is printed on paper of that width, at least one wide character. */
  PaperItem.Area area(int paperWidth) {
    int left = Math.min(leftMargin, paperWidth - Glyph.Cell.HANZI.width());
    int most = paperWidth - left;
    return new PaperItem.Area(left, Math.clamp(printWidth, Glyph.Cell.HANZI.width(), most));
  }

  /** A character of one cell as it would be printed now. */
  Glyph latin(int codePoint) {
    Glyph.Cell cell = smallFont ? Glyph.Cell.SMALL : Glyph.Cell.LATIN;
    return new Glyph(codePoint, look(latinScript), cell, 0, latinAfter);
  }

  /** A Hanzi as it would be printed now. */
  Glyph hanzi(int codePoint) {
    return new Glyph(codePoint, look(kanjiScript), Glyph.Cell.HANZI, kanjiBefore, kanjiAfter);
  }

  private Glyph.Look look(Script script) {
    return new Glyph.Look(script.widthTimes, script.heightTimes, bold, script.underlined, reversed);
  }

  /** Takes a command of the style group, but for {@code ESC @}. */
  void apply(Token token) {
    switch (token.op()) {
      case PRINT_MODE, EMPHASIS, DOUBLE_STRIKE, UNDERLINE, FONT, CHARACTER_SIZE, REVERSE ->
          applyToCharacters(token);
      case KANJI_ON, KANJI_OFF, KANJI_MODE, KANJI_UNDERLINE, KANJI_QUADRUPLE, KANJI_SPACING ->
          applyToHanzi(token);
      case ALIGN -> align = Align.of(token.n());
      case CODE_PAGE -> codePage = token.n();
      case INTERNATIONAL -> international = token.n();
      case CHARACTER_SPACING -> latinAfter = token.n();
      case LEFT_MARGIN -> leftMargin = (int) Extent.number(token.bytes(), 2, 2);
      case PRINT_WIDTH -> printWidth = (int) Extent.number(token.bytes(), 2, 2);
      case DEFAULT_SPACING -> lineSpacing = DEFAULT_SPACING;
      case LINE_SPACING -> lineSpacing = token.n();
      default -> throw new IllegalArgumentException("not a matter of style: " + token.op());
    }
  }

  private void applyToCharacters(Token token) {
    int n = token.n();
    switch (token.op()) {
      case PRINT_MODE -> printMode(n);
      case EMPHASIS, DOUBLE_STRIKE -> bold = (n & 1) != 0;
      case UNDERLINE -> latinScript.underlined = n % '0' != 0;
      case FONT -> smallFont = n % '0' == 1;
      case CHARACTER_SIZE -> {
        latinScript.size(((n >> 4) & 7) + 1, (n & 7) + 1);
        kanjiScript.size(((n >> 4) & 7) + 1, (n & 7) + 1);
      }
      default -> reversed = (n & 1) != 0;
    }
  }

  private void printMode(int n) {
    smallFont = (n & 0x01) != 0;
    bold = (n & 0x08) != 0;
    latinScript.size((n & 0x20) != 0 ? 2 : 1, (n & 0x10) != 0 ? 2 : 1);
    latinScript.underlined = (n & 0x80) != 0;
  }

  private void applyToHanzi(Token token) {
    switch (token.op()) {
      case KANJI_ON -> kanji = true;
      case KANJI_OFF -> kanji = false;
      case KANJI_UNDERLINE -> kanjiScript.underlined = token.n() % '0' != 0;
      case KANJI_QUADRUPLE -> {
        int times = (token.n() & 1) != 0 ? 2 : 1;
        kanjiScript.size(times, times);
      }
      case KANJI_MODE -> {
        kanjiScript.size((token.n() & 0x04) != 0 ? 2 : 1, (token.n() & 0x08) != 0 ? 2 : 1);
        kanjiScript.underlined = (token.n() & 0x80) != 0;
      }
      default -> {
        kanjiBefore = token.at(2);
        kanjiAfter = token.at(3);
      }
    }
  }
}
