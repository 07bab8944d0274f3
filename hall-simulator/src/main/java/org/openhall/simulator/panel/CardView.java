package org.openhall.simulator.panel;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.GradientPaint;
import java.awt.Graphics;
import java.awt.Graphics2D;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;
import org.openhall.simulator.card.Card;

/** The reading surface of the module, seen from above, with the card that lies on it. */
final class CardView extends JComponent {

  private static final long serialVersionUID = 1;
  private static final double CARD_RATIO = 85.6 / 54;
  private static final int INSET = 16;
  private static final Color DEVICE = new Color(0x2F3B49);
  private static final Color DEVICE_LIGHT = new Color(0x6F8093);
  private static final Color CARD_FROM = new Color(0xF1F7FB);
  private static final Color CARD_TO = new Color(0xCFE2EE);

  private final transient Texts texts;
  private transient @Nullable Card card;

  CardView(Texts texts) {
    this.texts = texts;
    setPreferredSize(new Dimension(340, 200));
    setMinimumSize(new Dimension(200, 160));
  }

  void show(@Nullable Card next) {
    card = next;
    repaint();
  }

  @Override
  protected void paintComponent(Graphics base) {
    Graphics2D graphics = (Graphics2D) base.create();
    Look.smooth(graphics);
    graphics.setColor(DEVICE);
    graphics.fillRoundRect(0, 0, getWidth(), getHeight(), 2 * Look.ROUND, 2 * Look.ROUND);
    int height = getHeight() - 2 * INSET;
    int width = Math.min(getWidth() - 2 * INSET, (int) (height * CARD_RATIO));
    height = (int) (width / CARD_RATIO);
    graphics.translate((getWidth() - width) / 2, (getHeight() - height) / 2);
    if (card == null) {
      paintEmpty(graphics, width, height);
    } else {
      paintCard(graphics, card, width, height);
    }
    graphics.dispose();
  }

  private void paintEmpty(Graphics2D graphics, int width, int height) {
    graphics.setColor(DEVICE_LIGHT);
    float[] dashes = {8, 8};
    graphics.setStroke(
        new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1, dashes, 0));
    graphics.drawRoundRect(0, 0, width - 1, height - 1, Look.ROUND, Look.ROUND);
    graphics.setFont(Look.plain(16));
    String text = texts.get("id-module.empty");
    int textWidth = graphics.getFontMetrics().stringWidth(text);
    graphics.drawString(text, (width - textWidth) / 2, height / 2 + 6);
  }

  private void paintCard(Graphics2D graphics, Card shown, int width, int height) {
    graphics.setPaint(new GradientPaint(0, 0, CARD_FROM, width, height, CARD_TO));
    graphics.fillRoundRect(0, 0, width, height, Look.ROUND, Look.ROUND);
    int line = height / 6;
    graphics.setColor(Look.QUIET);
    graphics.setFont(Look.plain(line / 3));
    graphics.drawString(texts.get("card." + shown.kind()), line / 2, line * 4 / 5);
    paintPortrait(graphics, width, height);
    field(graphics, "card.name", shown.value("name"), line, 2);
    field(graphics, "card.born", Texts.date(shown.value("born")), line, 3);
    field(graphics, "card.valid-until", Texts.date(shown.value("valid-until")), line, 4);
    field(graphics, "card.number", shown.value("number"), line, 5);
  }

  private void field(Graphics2D graphics, String key, String value, int line, int number) {
    int baseline = number * line + line / 4;
    graphics.setColor(Look.ACCENT);
    graphics.setFont(Look.plain(line / 3));
    graphics.drawString(texts.get(key), line / 2, baseline);
    graphics.setColor(Look.TEXT);
    graphics.setFont(Look.forText(value, Look.bold(line * 2 / 5)));
    graphics.drawString(value, line * 9 / 4, baseline);
  }

  /** A figure without a face: the persons are nobody. */
  private static void paintPortrait(Graphics2D graphics, int width, int height) {
    int size = height / 3;
    int left = width - size - 20;
    int top = height / 5;
    graphics.setColor(new Color(0xB4C8D8));
    graphics.fillOval(left + size / 4, top, size / 2, size / 2);
    graphics.fillArc(left, top + size * 9 / 16, size, size, 0, 180);
  }
}
