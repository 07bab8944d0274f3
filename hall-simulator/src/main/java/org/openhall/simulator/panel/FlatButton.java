package org.openhall.simulator.panel;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import javax.swing.JButton;

/** A button of one or two lines; the chosen one of several is filled. */
final class FlatButton extends JButton {

  private static final long serialVersionUID = 1;

  private static final int MARGIN = 6;

  private final String title;
  private final String note;
  private final Color filling;
  private boolean chosen;

  /**
   * A button that is filled with the accent colour when it is chosen.
   *
   * @param note a smaller second line, or empty
   */
  FlatButton(String title, String note, Runnable action) {
    this(title, note, Look.ACCENT, action);
  }

  /** A button with a colour of its own for being chosen. */
  FlatButton(String title, String note, Color filling, Runnable action) {
    this.filling = filling;
    this.title = title;
    this.note = note;
    setBorderPainted(false);
    setContentAreaFilled(false);
    setFocusPainted(false);
    getAccessibleContext().setAccessibleName(title);
    addActionListener(_ -> action.run());
  }

  FlatButton withHeight(int height) {
    setPreferredSize(new Dimension(60, height));
    setMinimumSize(new Dimension(40, height));
    return this;
  }

  void setChosen(boolean now) {
    if (chosen != now) {
      chosen = now;
      repaint();
    }
  }

  @Override
  protected void paintComponent(Graphics base) {
    Graphics2D graphics = (Graphics2D) base.create();
    Look.smooth(graphics);
    boolean pressed = getModel().isArmed();
    graphics.setColor(chosen ? filling : pressed ? Look.ACCENT_PALE : Look.SURFACE);
    graphics.fillRoundRect(0, 0, getWidth() - 1, getHeight() - 1, Look.ROUND, Look.ROUND);
    graphics.setColor(chosen ? filling : Look.EDGE);
    graphics.drawRoundRect(0, 0, getWidth() - 1, getHeight() - 1, Look.ROUND, Look.ROUND);
    Color text = chosen ? Color.WHITE : isEnabled() ? Look.TEXT : Look.EDGE;
    int middle = getHeight() / 2;
    if (note.isEmpty()) {
      centred(graphics, title, Look.bold(16), text, middle + 6);
    } else {
      centred(graphics, title, Look.bold(16), text, middle - 2);
      centred(graphics, note, Look.plain(12), chosen ? Color.WHITE : Look.QUIET, middle + 17);
    }
    graphics.dispose();
  }

  private void centred(Graphics2D graphics, String text, Font font, Color color, int baseline) {
    Font usual = Look.forText(text, font);
    int room = getWidth() - 2 * MARGIN;
    int needed = graphics.getFontMetrics(usual).stringWidth(text);
    float size = needed > room ? usual.getSize2D() * room / needed : usual.getSize2D();
    graphics.setFont(usual.deriveFont(size));
    graphics.setColor(color);
    FontMetrics metrics = graphics.getFontMetrics();
    graphics.drawString(text, (getWidth() - metrics.stringWidth(text)) / 2, baseline);
  }
}
