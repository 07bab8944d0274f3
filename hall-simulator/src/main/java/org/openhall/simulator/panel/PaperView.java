package org.openhall.simulator.panel;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import javax.swing.JComponent;
import javax.swing.Scrollable;
import javax.swing.Timer;
import org.jspecify.annotations.Nullable;

/** A slip, as wide as the view; longer ones are scrolled. A new one comes out at the top. */
final class PaperView extends JComponent implements Scrollable {

  private static final long serialVersionUID = 1;

  /** What lies behind the paper. */
  static final Color GROUND = new Color(0xDDE4ED);

  private static final int STEP = 48;

  private final transient Texts texts;

  /** Pixels of paper in a step, and steps in a second: as fast as thermal printers are. */
  private static final int FEED = 24;

  private static final int FEED_MILLIS = 20;

  private transient @Nullable BufferedImage slip;
  private final transient Timer feed = new Timer(FEED_MILLIS, _ -> feed());
  private int out;

  PaperView(Texts texts) {
    this.texts = texts;
  }

  /**
   * Shows a slip.
   *
   * @param comesOut whether it is seen coming out of the printer
   */
  void show(BufferedImage next, boolean comesOut) {
    slip = next;
    out = comesOut ? 0 : next.getHeight();
    feed.start();
    revalidate();
    repaint();
  }

  private void feed() {
    out += FEED;
    if (slip == null || out >= slip.getHeight()) {
      feed.stop();
    }
    repaint();
  }

  @Override
  public Dimension getPreferredSize() {
    int width = getParent() == null ? 1 : getParent().getWidth();
    return new Dimension(width, slip == null ? 1 : drawnHeight(slip, drawnWidth(slip, width)));
  }

  private static int drawnWidth(BufferedImage slip, int width) {
    return Math.min(slip.getWidth(), width);
  }

  private static int drawnHeight(BufferedImage slip, int width) {
    return (int) ((long) slip.getHeight() * width / slip.getWidth());
  }

  @Override
  protected void paintComponent(Graphics base) {
    Graphics2D graphics = (Graphics2D) base.create();
    Look.smooth(graphics);
    if (slip == null) {
      graphics.setFont(Look.plain(16));
      graphics.setColor(Look.QUIET);
      String text = texts.get("slip.none");
      int left = (getWidth() - graphics.getFontMetrics().stringWidth(text)) / 2;
      graphics.drawString(text, left, getHeight() / 2);
    } else {
      int width = drawnWidth(slip, getWidth());
      int left = (getWidth() - width) / 2;
      int high = Math.min(slip.getHeight(), Math.max(1, out));
      int drawn = (int) ((long) high * width / slip.getWidth());
      graphics.drawImage(
          slip,
          left,
          0,
          left + width,
          drawn,
          0,
          slip.getHeight() - high,
          slip.getWidth(),
          slip.getHeight(),
          null);
    }
    graphics.dispose();
  }

  @Override
  public Dimension getPreferredScrollableViewportSize() {
    return getPreferredSize();
  }

  @Override
  public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
    return STEP;
  }

  @Override
  public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
    return visible.height - STEP;
  }

  @Override
  public boolean getScrollableTracksViewportWidth() {
    return true;
  }

  @Override
  public boolean getScrollableTracksViewportHeight() {
    return slip == null;
  }
}
