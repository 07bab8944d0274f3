package org.openhall.kiosk.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.IkonProvider;

class IconTest {

  @Test
  void everySignIsTheGlyphThatItsNameSays() {
    for (Icon icon : Icon.values()) {
      assertEquals(glyph(icon.glyph()).getCode(), icon.codePoint(), icon.name());
    }
  }

  private static Ikon glyph(String name) {
    String description = "mdi2" + name.charAt(0) + "-" + name;
    for (IkonProvider<?> provider : ServiceLoader.load(IkonProvider.class)) {
      for (Ikon ikon : provider.getIkon().getEnumConstants()) {
        if (ikon.getDescription().equals(description)) {
          return ikon;
        }
      }
    }
    throw new AssertionError("the font has no glyph " + description);
  }
}
