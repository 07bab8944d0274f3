package org.openhall.simulator.panel;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.event.KeyEvent;
import javax.swing.JButton;
import javax.swing.KeyStroke;

/**
 * A button of one or two lines; the chosen one of several is filled. One that cannot be pressed now
 * says why. Space and Enter press the one that has the focus, around which a ring is drawn.
 */
final class FlatButton extends JButton {

  private static final long serialVersionUID = 1;

  private static final int MARGIN = 6;
  private static final float SMALLEST = 10;

  private final String title;
  private final String note;
  private final int letters;
  private Color filling = Look.ACCENT;
  private String why = "";
  private boolean chosen;

  /**
   * A button that is filled with the accent colour when it is chosen.
   *
   * @param note a smaller second line, or empty
   * @param letters height of the first line's letters in pixels
   */
  FlatButton(String title, String note, int letters, Runnable action) {
    this.title = title;
    this.note = note;
    this.letters = letters;
    setBorderPainted(false);
    setContentAreaFilled(false);
    setFocusPainted(false);
    getAccessibleContext().setAccessibleName(title);
    getAccessibleContext().setAccessibleDescription(note);
    setToolTipText(note.isEmpty() ? title : title + " – " + note);
    addActionListener(_ -> action.run());
    getInputMap().put(KeyStroke.getKeyStroke(KeyEvent.VK_ENTER, 0, false), "pressed");
    getInputMap().put(KeyStroke.getKeyStroke(KeyEvent.VK_ENTER, 0, true), "released");
  }

  FlatButton withHeight(int height) {
    setPreferredSize(new Dimension(60, height));
    setMinimumSize(new Dimension(40, height));
    return this;
  }

  /** The colour that it is filled with when it is chosen. */
  FlatButton withFilling(Color color) {
    filling = color;
    return this;
  }

  /** What is said when the pointer rests on it, such as the command that it gives. */
  FlatButton withHint(String hint) {
    setToolTipText(hint);
    return this;
  }

  void setChosen(boolean now) {
    if (chosen != now) {
      chosen = now;
      repaint();
    }
  }

  /** Can be pressed, or cannot for a reason; empty for none. */
  void setHindrance(String reason) {
    if (!why.equals(reason)) {
      why = reason;
      setEnabled(reason.isEmpty());
      getAccessibleContext().setAccessibleDescription(reason.isEmpty() ? note : reason);
      repaint();
    }
  }

  @Override
  protected void paintComponent(Graphics base) {
    Graphics2D graphics = (Graphics2D) base.create();
    Look.smooth(graphics);
    boolean pressed = getModel().isArmed();
    boolean near = getModel().isRollover() && isEnabled();
    graphics.setColor(
        chosen
            ? filling
            : !isEnabled() ? Look.GROUND : pressed || near ? Look.ACCENT_PALE : Look.SURFACE);
    graphics.fillRoundRect(1, 1, getWidth() - 3, getHeight() - 3, Look.ROUND, Look.ROUND);
    graphics.setColor(chosen ? filling : isEnabled() ? Look.ACCENT_LINE : Look.EDGE);
    graphics.drawRoundRect(1, 1, getWidth() - 3, getHeight() - 3, Look.ROUND, Look.ROUND);
    if (isFocusOwner()) {
      graphics.setColor(Look.FOCUS);
      graphics.setStroke(new BasicStroke(2));
      graphics.drawRoundRect(1, 1, getWidth() - 3, getHeight() - 3, Look.ROUND, Look.ROUND);
    }
    paintWords(graphics, why.isEmpty() ? note : why);
    graphics.dispose();
  }

  private void paintWords(Graphics2D graphics, String second) {
    Color text = chosen ? Color.WHITE : isEnabled() ? Look.TEXT : Look.QUIET;
    int middle = getHeight() / 2;
    if (second.isEmpty()) {
      centred(graphics, title, Look.bold(letters), text, middle + letters * 3 / 8);
    } else if (getHeight() < 2 * letters + 4) {
      centred(graphics, title + " · " + second, Look.plain(letters), text, middle + letters / 3);
    } else {
      centred(graphics, title, Look.bold(letters), text, middle - 1);
      Color quiet = chosen ? Color.WHITE : Look.QUIET;
      centred(graphics, second, Look.plain(letters - 3), quiet, middle + letters - 1);
    }
  }

  /** In the middle; smaller where there is less room, and cut where it would be too small. */
  private void centred(Graphics2D graphics, String text, Font font, Color color, int baseline) {
    Font usual = Look.forText(text, font);
    int room = getWidth() - 2 * MARGIN;
    int needed = Math.max(1, graphics.getFontMetrics(usual).stringWidth(text));
    float size = Math.clamp(usual.getSize2D() * room / needed, SMALLEST, usual.getSize2D());
    graphics.setFont(usual.deriveFont(size));
    graphics.setColor(color);
    FontMetrics metrics = graphics.getFontMetrics();
    String shown = text;
    while (metrics.stringWidth(shown) > room && shown.length() > 2) {
      shown = shown.substring(0, shown.length() - 2) + "…";
    }
    graphics.drawString(shown, (getWidth() - metrics.stringWidth(shown)) / 2, baseline);
  }
}
