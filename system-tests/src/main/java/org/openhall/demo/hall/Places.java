package org.openhall.demo.hall;

import java.awt.Dimension;
import java.awt.Rectangle;

/**
 * Where the windows stand: the kiosk (9:16) at the left, the devices' panel and the office's
 * console at its right.
 *
 * @param kiosk the kiosk's window
 * @param panel the emulated devices' window
 * @param console the window in which the office's commands run
 */
public record Places(Rectangle kiosk, Rectangle panel, Rectangle console) {

  private static final int MARGIN_FOR_DESKTOP = 80;

  /** Fills a virtual display of 1800 × 1920; on a person's own display it leaves room for bars. */
  public static Places on(Dimension screen) {
    int full = screen.height >= 1920 ? 1920 : screen.height - MARGIN_FOR_DESKTOP;
    int height = Math.min(full, screen.width * 16 / 15);
    int width = height * 9 / 16;
    boolean lying = screen.width > screen.height;
    int rest = lying ? screen.width - width : Math.min(screen.width - width, height * 3 / 8);
    int upper = height * 3 / 4;
    return new Places(
        new Rectangle(0, 0, width, height),
        new Rectangle(width, 0, rest, upper),
        new Rectangle(width, upper, rest, height - upper));
  }

  /** The panel at full height, where no console stands under it. */
  public Rectangle tallPanel() {
    return panel.union(console);
  }
}
