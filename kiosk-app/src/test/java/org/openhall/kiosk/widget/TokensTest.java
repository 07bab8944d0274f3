package org.openhall.kiosk.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokensTest {
  private static final Path LOOK = Path.of("src/main/resources/org/openhall/kiosk");
  private static final Pattern RAW_COLOUR =
      Pattern.compile(
          "#[0-9a-fA-F]{3,8}\\b|rgba?\\(|[ ,](white|black|red|blue|green|gray|grey)\\b");
  private static final Pattern RAW_SIZE = Pattern.compile("-fx-font-size: *[^$ ]|-fx-font:");
  private static final Pattern LENGTHS =
      Pattern.compile("-fx-(?:padding|spacing|hgap|vgap): ([^;]+);");
  private static final Pattern COLOUR_IN_JAVA =
      Pattern.compile("Color\\.(web|rgb|hsb|gray|grayRgb|[A-Z]{3,})\\b|setStyle\\(\"[^)]*#");

  private final Properties tokens = tokens();

  @Test
  void noStyleSheetNamesAColourOrASizeOfItsOwn() throws IOException {
    List<String> raw = new ArrayList<>();
    for (Path sheet : files(LOOK, ".css")) {
      for (String line : Files.readAllLines(sheet)) {
        String declared = line.replaceAll("/\\*.*?\\*/", "");
        boolean isRule = declared.contains("-fx-");
        if (isRule && (RAW_COLOUR.matcher(declared).find() || RAW_SIZE.matcher(declared).find())) {
          raw.add(sheet.getFileName() + ": " + line.strip());
        }
      }
    }
    assertEquals(List.of(), raw, "add what is needed to tokens.properties and name it");
  }

  @Test
  void whatLiesBetweenThingsIsOnTheScale() throws IOException {
    Set<String> scale = Set.of(tokens.getProperty("space.scale").split(" "));
    List<String> off = new ArrayList<>();
    for (Path sheet : files(LOOK, ".css")) {
      Matcher lengths = LENGTHS.matcher(Files.readString(sheet));
      while (lengths.find()) {
        if (!scale.containsAll(List.of(lengths.group(1).replace("px", "").split(" ")))) {
          off.add(sheet.getFileName() + ": " + lengths.group());
        }
      }
    }
    assertEquals(List.of(), off);
  }

  @Test
  void colouredByHandOnlyInThePalette() throws IOException {
    List<String> raw = new ArrayList<>();
    for (Path source : files(Path.of("src/main/java"), ".java")) {
      boolean drawsPaper =
          Stream.of("Drawing.java", "Fonts.java", "PrintedFile.java", "QrPicture.java")
              .anyMatch(source::endsWith);
      if (!source.endsWith("Palette.java") && !drawsPaper) {
        Matcher colour = COLOUR_IN_JAVA.matcher(Files.readString(source));
        while (colour.find()) {
          raw.add(source.getFileName() + ": " + colour.group());
        }
      }
    }
    assertEquals(List.of(), raw);
  }

  @Test
  void thePaletteIsThatOfTheStyleSheets() {
    assertEquals(colour("blue"), Palette.BLUE);
    assertEquals(colour("paper"), Palette.WHITE);
    assertEquals(colour("ink"), Palette.INK);
    assertEquals(colour("grey"), Palette.GREY);
    assertEquals(colour("red"), Palette.RED);
    assertEquals(colour("green"), Palette.GREEN);
  }

  @ParameterizedTest(name = "{0} on {1}")
  @CsvSource({
    "ink, paper",
    "ink, ground",
    "ink, line",
    "ink, blue-soft",
    "ink, green-soft",
    "ink, amber-soft",
    "grey, paper",
    "grey, ground",
    "grey, blue-soft",
    "grey, amber-soft",
    "blue, paper",
    "blue, ground",
    "blue, blue-soft",
    "blue-deep, blue-soft",
    "paper, blue",
    "paper, blue-deep",
    "paper, red",
    "paper, green",
    "red, paper",
    "red, ground",
    "red, blue-soft",
    "green, paper",
    "green, ground",
    "amber-ink, amber-soft",
    "amber-ink, paper"
  })
  void textCanBeReadOnWhatLiesBehindIt(String text, String behind) {
    double contrast = contrast(colour(text), colour(behind));

    assertTrue(contrast >= 7, text + " on " + behind + " has only " + contrast + ":1");
  }

  private Color colour(String name) {
    return Color.web(tokens.getProperty("colour." + name));
  }

  /** As WCAG 2.1 defines it, of relative luminances. */
  private static double contrast(Color one, Color other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(Color colour) {
    return 0.2126 * linear(colour.getRed())
        + 0.7152 * linear(colour.getGreen())
        + 0.0722 * linear(colour.getBlue());
  }

  private static double linear(double channel) {
    return channel <= 0.03928 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  private static Properties tokens() {
    Properties tokens = new Properties();
    try (Reader reader = Files.newBufferedReader(LOOK.resolve("tokens.properties"))) {
      tokens.load(reader);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return tokens;
  }
}
