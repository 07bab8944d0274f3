package org.openhall.simulator.panel;

import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.plaf.basic.BasicScrollBarUI;

/** A scroll bar without arrows. */
final class SlimScrollBar extends BasicScrollBarUI {

  static final int WIDTH = 12;

  @Override
  protected void paintTrack(Graphics graphics, JComponent bar, Rectangle bounds) {
    graphics.setColor(PaperView.GROUND);
    graphics.fillRect(bounds.x, bounds.y, bounds.width, bounds.height);
  }

  @Override
  protected void paintThumb(Graphics base, JComponent bar, Rectangle bounds) {
    Graphics2D graphics = (Graphics2D) base.create();
    Look.smooth(graphics);
    graphics.setColor(Look.QUIET);
    graphics.fillRoundRect(bounds.x + 3, bounds.y + 2, bounds.width - 6, bounds.height - 4, 6, 6);
    graphics.dispose();
  }

  @Override
  protected JButton createDecreaseButton(int orientation) {
    return noButton();
  }

  @Override
  protected JButton createIncreaseButton(int orientation) {
    return noButton();
  }

  private static JButton noButton() {
    JButton none = new JButton();
    none.setPreferredSize(new Dimension());
    return none;
  }
}
