package org.openhall.device.printer;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openhall.device.glyph.ShownText;

/** The fonts that can draw what a printer lacks: first those of the configuration, then any. */
final class RasterFonts {

  /** Families whose forms are those of mainland China come first. */
  private static final List<String> PREFERRED =
      List.of("sans cjk sc", "sans sc", "source han sans", "wenquanyi", "cjk sc", "hanamin");

  private final List<Path> files;
  private List<Font> fonts = List.of();

  RasterFonts(List<Path> files) {
    this.files = List.copyOf(files);
  }

  /** The first font, of one dot, that has every character of the text. */
  synchronized Optional<Font> find(String text) {
    if (fonts.isEmpty()) {
      fonts = load();
    }
    return fonts.stream().filter(font -> font.canDisplayUpTo(text) < 0).findFirst();
  }

  /** The text as it can be printed: what neither the printer nor a font has is named. */
  String shown(String text, PrinterCharset charset) {
    return ShownText.of(text, codePoint -> isPrintable(codePoint, charset));
  }

  private boolean isPrintable(int codePoint, PrinterCharset charset) {
    return charset.has(codePoint) || find(Character.toString(codePoint)).isPresent();
  }

  private List<Font> load() {
    // The terminal's window is JavaFX's; AWT only draws pictures here and must not open X.
    if (System.getProperty("java.awt.headless") == null) {
      System.setProperty("java.awt.headless", "true");
    }
    List<Font> loaded = new ArrayList<>();
    files.forEach(file -> read(file).ifPresent(loaded::add));
    Arrays.stream(GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts())
        .sorted(Comparator.comparingInt(RasterFonts::rank))
        .forEach(loaded::add);
    return List.copyOf(loaded);
  }

  private static Optional<Font> read(Path file) {
    try {
      return Optional.of(Font.createFont(Font.TRUETYPE_FONT, file.toFile()));
    } catch (FontFormatException | IOException e) {
      System.getLogger(RasterFonts.class.getName())
          .log(System.Logger.Level.WARNING, "not usable as a font: " + file, e);
      return Optional.empty();
    }
  }

  private static int rank(Font font) {
    String family = font.getFamily(Locale.ROOT).toLowerCase(Locale.ROOT);
    for (int i = 0; i < PREFERRED.size(); i++) {
      if (family.contains(PREFERRED.get(i))) {
        return i;
      }
    }
    return PREFERRED.size();
  }
}
