package org.openhall.kiosk;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.openhall.kiosk.doctor.FontLook;

/** The fonts of the screens: one for everyday Chinese, two more for the rarest characters. */
final class Fonts {
  /** Families that carry the everyday characters, the best first. */
  private static final List<String> FAMILIES =
      List.of("Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "WenQuanYi Micro Hei");

  /** Fonts with the characters beyond, in the folders of Debian's package fonts-hanazono. */
  private static final List<Path> RARE =
      List.of(
          Path.of("/usr/share/fonts/truetype/hanazono/HanaMinA.ttf"),
          Path.of("/usr/share/fonts/truetype/hanazono/HanaMinB.ttf"));

  /** A code point that will never have a glyph. */
  private static final int NEVER_DRAWN = 0x10FFFD;

  private static final int PROBE_SIZE = 32;

  private Fonts() {}

  /** What the screen can draw, asked on any thread but the screen's own. */
  static FontLook look(String family) {
    return new FontLook() {
      @Override
      public boolean chinese() {
        return FAMILIES.contains(family);
      }

      @Override
      public String missing() {
        CompletableFuture<String> missing = new CompletableFuture<>();
        Platform.runLater(() -> missing.complete(Fonts.missing(Font.font(family, PROBE_SIZE))));
        return missing.join();
      }
    };
  }

  /** Loads the rare fonts where they are not installed as families, and chooses the family. */
  static String load() {
    for (Path file : RARE) {
      if (Files.isReadable(file)) {
        Font.loadFont(file.toUri().toString(), PROBE_SIZE);
      }
    }
    for (String family : FAMILIES) {
      if (Font.font(family).getFamily().equals(family)) {
        return family;
      }
    }
    System.err.println(
        "kiosk: no Chinese font is installed; install the package fonts-noto-cjk and start again");
    return Font.getDefault().getFamily();
  }

  /** Says on stderr which characters cannot be drawn, and what to install. */
  static void test(String family) {
    String missing = missing(Font.font(family, PROBE_SIZE));
    if (!missing.isEmpty()) {
      System.err.println(
          "kiosk: no font has "
              + missing
              + "; install the packages fonts-noto-cjk and"
              + " fonts-hanazono and start again");
    }
  }

  /** The probe's characters that are drawn as nothing but the sign for a missing glyph. */
  private static String missing(Font font) {
    StringBuilder missing = new StringBuilder();
    FontLook.PROBE.codePoints().filter(it -> !isDrawn(it, font)).forEach(missing::appendCodePoint);
    return missing.toString();
  }

  /** Whether a code point is drawn as anything but the sign for a missing glyph, or as nothing. */
  static boolean isDrawn(int codePoint, Font font) {
    List<Integer> drawn = pixels(Character.toString(codePoint), font);
    return drawn.stream().distinct().count() > 1
        && !drawn.equals(pixels(Character.toString(NEVER_DRAWN), font));
  }

  private static List<Integer> pixels(String character, Font font) {
    Text text = new Text(character);
    text.setFont(font);
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setFill(Color.WHITE);
    WritableImage image = text.snapshot(parameters, null);
    PixelReader reader = image.getPixelReader();
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    return new ArrayList<>(
        IntStream.range(0, width * height)
            .mapToObj(at -> reader.getArgb(at % width, at / width))
            .toList());
  }
}
