package org.openhall.simulator.panel;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.RenderingHints;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Colours, letters and edges of the panel: the kiosk's, smaller. */
final class Look {

  static final Color GROUND = new Color(0xF2F5F9);
  static final Color SURFACE = Color.WHITE;
  static final Color EDGE = new Color(0xD5DCE7);
  static final Color TEXT = new Color(0x17212F);
  static final Color QUIET = new Color(0x414D5B);
  static final Color ACCENT = new Color(0x12396B);
  static final Color ACCENT_LINE = new Color(0xB9C9E0);
  static final Color ACCENT_PALE = new Color(0xE6EDF7);
  static final Color ALARM = new Color(0x951A14);
  static final Color ALARM_PALE = new Color(0xF8E4E2);
  static final Color GOOD = new Color(0x155A2E);
  static final Color FOCUS = new Color(0xE0A100);
  static final int GAP = 8;
  static final int ROUND = 10;

  private static final String FAMILY = family("Noto Sans CJK SC", Font.SANS_SERIF);
  private static final String RARE_FAMILY = family("HanaMinA", Font.SANS_SERIF);
  private static final String COMMAND_FAMILY = family("Noto Sans Mono CJK SC", Font.MONOSPACED);

  private Look() {}

  static Font plain(int size) {
    return new Font(FAMILY, Font.PLAIN, size);
  }

  static Font bold(int size) {
    return new Font(FAMILY, Font.BOLD, size);
  }

  /** For what is typed. */
  static Font command(int size) {
    return new Font(COMMAND_FAMILY, Font.PLAIN, size);
  }

  /** The font for a text, which may have characters that the usual one lacks. */
  static Font forText(String text, Font usual) {
    return usual.canDisplayUpTo(text) < 0
        ? usual
        : new Font(RARE_FAMILY, usual.getStyle(), usual.getSize());
  }

  static void smooth(Graphics2D graphics) {
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
  }

  private static String family(String wanted, String otherwise) {
    List<String> installed =
        Arrays.asList(
            GraphicsEnvironment.getLocalGraphicsEnvironment()
                .getAvailableFontFamilyNames(Locale.ROOT));
    return installed.contains(wanted) ? wanted : otherwise;
  }
}
