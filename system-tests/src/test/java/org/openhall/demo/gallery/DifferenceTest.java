package org.openhall.demo.gallery;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class DifferenceTest {
  private static final Color BLUE = new Color(0x12396b);

  @Test
  void theSamePictureDoesNotDiffer() {
    assertFalse(Difference.between(button(100, BLUE, false), button(100, BLUE, false)).matters());
  }

  @Test
  void antialiasingAndHalfAPixelDoNotMatter() {
    assertFalse(Difference.between(button(100, BLUE, false), button(100.5, BLUE, true)).matters());
  }

  @Test
  void aButtonMovedByTwelvePixelsMatters() {
    assertTrue(Difference.between(button(100, BLUE, false), button(112, BLUE, false)).matters());
  }

  @Test
  void anotherColourMatters() {
    Color paler = new Color(0x2a5186);

    assertTrue(Difference.between(button(100, BLUE, false), button(100, paler, false)).matters());
  }

  @Test
  void anotherSizeMatters() {
    Picture small = new Picture(10, 10, new int[100]);

    assertTrue(Difference.between(small, new Picture(10, 11, new int[110])).matters());
  }

  /** A button of 200 by 96 with a word, on white, as the gallery keeps it. */
  private static Picture button(double x, Color colour, boolean smooth) {
    BufferedImage image = new BufferedImage(480, 320, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_ANTIALIASING,
        smooth ? RenderingHints.VALUE_ANTIALIAS_ON : RenderingHints.VALUE_ANTIALIAS_OFF);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, 480, 320);
    graphics.setColor(colour);
    graphics.fill(new Rectangle2D.Double(x, 100, 200, 96));
    graphics.setColor(Color.WHITE);
    graphics.fill(new Rectangle2D.Double(x + 40, 130, 120, 8));
    graphics.dispose();
    return new Picture(480, 320, image.getRGB(0, 0, 480, 320, null, 0, 480)).quarter();
  }
}
