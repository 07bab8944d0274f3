package org.openhall.kiosk.widget;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import javafx.geometry.VPos;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** The signs: glyphs of the font Material Design Icons, each on a square field, in one colour. */
public enum Icon {
  /** A hall with columns: the product's mark. */
  HALL("bank", 0xF0070),
  /** A document with lines. */
  DOCUMENT("file-document", 0xF0219),
  /** A list with ticks: what to bring, what to do. */
  GUIDE("format-list-checks", 0xF0756),
  /** A lens. */
  SEARCH("magnify", 0xF0349),
  /** An identity card. */
  CARD("card-account-details", 0xF05D2),
  /** A loudspeaker: notices. */
  NOTICE("bullhorn", 0xF00E6),
  /** Back. */
  BACK("chevron-left", 0xF0141),
  /** Onward. */
  FORWARD("chevron-right", 0xF0142),
  /** The first page. */
  HOME("home", 0xF02DC),
  /** Leaving. */
  END("logout", 0xF0343),
  /** A printer. */
  PRINT("printer", 0xF042A),
  /** Done. */
  TICK("check-bold", 0xF0E1E),
  /** Something to heed. */
  ALERT("alert", 0xF0026),
  /** Time. */
  CLOCK("clock-outline", 0xF0150),
  /** A folder. */
  FOLDER("folder", 0xF024B),
  /** A hand that touches. */
  TOUCH("gesture-tap", 0xF0741),
  /** Take away the last character. */
  BACKSPACE("backspace", 0xF006E),
  /** A building: a department. */
  DEPARTMENT("office-building", 0xF0991),
  /** A person. */
  PERSON("account", 0xF0004),
  /** A pin on a map. */
  MAP("map-marker", 0xF034E),
  /** Things joined to one: 一件事. */
  JOINED("graph", 0xF1049),
  /** Nothing here. */
  EMPTY("inbox", 0xF0687),
  /** Down and away: to take along. */
  TAKE("download", 0xF01DA),
  /** A code before a scanner. */
  SCAN("qrcode-scan", 0xF0433);

  private static final String FONT =
      "/META-INF/resources/materialdesign2/7.4.47/fonts/materialdesignicons-webfont.ttf";

  /** Of its em, so much of the font lies above the base line. */
  private static final double ASCENT = 0.875;

  private final String glyph;
  private final int codePoint;

  Icon(String glyph, int codePoint) {
    this.glyph = glyph;
    this.codePoint = codePoint;
  }

  /** What the font calls it. */
  String glyph() {
    return glyph;
  }

  /** Where it is in the font. */
  int codePoint() {
    return codePoint;
  }

  /**
   * A new node of this sign.
   *
   * @param size its width and height in pixels of the canvas
   * @param colour its one colour
   */
  public Region node(double size, Color colour) {
    Text sign = new Text(0, size * ASCENT, Character.toString(codePoint));
    sign.setTextOrigin(VPos.BASELINE);
    sign.setFont(Font.font(Family.NAME, size));
    sign.setFill(colour);
    sign.setManaged(false);
    StackPane field = new StackPane(sign);
    field.setMinSize(size, size);
    field.setPrefSize(size, size);
    field.setMaxSize(size, size);
    field.setMouseTransparent(true);
    return field;
  }

  /** The font, loaded when the first sign is drawn. */
  private static final class Family {
    static final String NAME = load();

    private static String load() {
      try (InputStream font = Objects.requireNonNull(Icon.class.getResourceAsStream(FONT), FONT)) {
        return Objects.requireNonNull(Font.loadFont(font, 24), FONT).getFamily();
      } catch (IOException e) {
        throw new UncheckedIOException("the program's own archive cannot be read", e);
      }
    }
  }
}
