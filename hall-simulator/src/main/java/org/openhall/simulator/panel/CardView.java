package org.openhall.simulator.panel;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics;
import java.awt.Graphics2D;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;
import org.openhall.simulator.card.BoxedCard;
import org.openhall.simulator.card.Chip;
import org.openhall.simulator.card.Flaw;

/** A reader seen from above, with the card that lies there. */
final class CardView extends JComponent {

  private static final long serialVersionUID = 1;
  private static final double CARD_RATIO = 85.6 / 54;
  private static final int INSET = 6;
  private static final Color DEVICE = new Color(0x26405F);
  private static final Color DEVICE_LIGHT = new Color(0xB9C9E0);
  private static final Color CARD_FROM = new Color(0xF7FAFD);
  private static final Color CARD_TO = new Color(0xCFE0EF);
  private static final Color CHIP_TO = new Color(0xE3D9C3);
  private static final Color CONTACTS = new Color(0xC9A13B);

  private final transient Texts texts;
  private final String empty;
  private transient @Nullable BoxedCard card;

  /**
   * An empty reader.
   *
   * @param empty what is said where no card lies
   */
  CardView(Texts texts, String empty) {
    this.texts = texts;
    this.empty = empty;
    setPreferredSize(new Dimension(190, 122));
    setMinimumSize(new Dimension(120, 80));
  }

  void show(@Nullable BoxedCard next) {
    card = next;
    setToolTipText(next == null ? empty : texts.note(next));
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
    float[] dashes = {6, 6};
    graphics.setStroke(
        new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1, dashes, 0));
    graphics.drawRoundRect(0, 0, width - 1, height - 1, Look.ROUND, Look.ROUND);
    graphics.setFont(fitting(graphics, empty, Look.plain(15), width - 2 * INSET));
    int textWidth = graphics.getFontMetrics().stringWidth(empty);
    graphics.drawString(empty, (width - textWidth) / 2, height / 2 + 5);
  }

  private void paintCard(Graphics2D graphics, BoxedCard shown, int width, int height) {
    boolean chip = shown instanceof Chip;
    graphics.setPaint(new GradientPaint(0, 0, CARD_FROM, width, height, chip ? CHIP_TO : CARD_TO));
    graphics.fillRoundRect(0, 0, width, height, Look.ROUND, Look.ROUND);
    int line = height / 5;
    graphics.setColor(Look.ACCENT);
    String kind = texts.get("card." + shown.kind());
    graphics.setFont(fitting(graphics, kind, Look.bold(line * 3 / 5), width - line));
    graphics.drawString(kind, line / 2, line * 9 / 10);
    if (chip) {
      paintContacts(graphics, width, line);
    } else {
      paintPortrait(graphics, width, height);
    }
    int room = width - 3 * line;
    write(graphics, shown.value("name"), Look.bold(line * 3 / 4), line, 2, room);
    String until = shown.value("valid-until");
    if (!until.isEmpty()) {
      String words = texts.get("card.valid-until", Texts.date(until));
      write(graphics, words, Look.plain(line / 2), line, 3, room);
    }
    write(graphics, shown.value("number"), Look.bold(line * 3 / 5), line, 4, width - line);
    if (shown.flaw() != Flaw.NONE) {
      paintFlaw(graphics, width, height);
    }
  }

  private static void write(
      Graphics2D graphics, String words, Font usual, int line, int number, int room) {
    graphics.setColor(Look.TEXT);
    Font font = Look.forText(words, usual);
    graphics.setFont(words.isEmpty() ? font : fitting(graphics, words, font, room));
    graphics.drawString(words, line / 2, number * line + line / 5);
  }

  /** A crack across a card that is broken. */
  private static void paintFlaw(Graphics2D graphics, int width, int height) {
    graphics.setColor(Look.ALARM);
    graphics.setStroke(new BasicStroke(2.5f));
    int[] x = {width * 62 / 100, width * 57 / 100, width * 66 / 100, width * 60 / 100};
    int[] y = {0, height * 36 / 100, height * 60 / 100, height};
    graphics.drawPolyline(x, y, x.length);
  }

  /** The gold of the contacts, and the lines that part them. */
  private static void paintContacts(Graphics2D graphics, int width, int line) {
    int size = line * 3 / 2;
    int left = width - size - line / 2;
    int top = line * 5 / 4;
    graphics.setColor(CONTACTS);
    graphics.fillRoundRect(left, top, size, size * 4 / 5, Look.ROUND / 2, Look.ROUND / 2);
    graphics.setColor(CHIP_TO);
    graphics.drawLine(left, top + size * 2 / 5, left + size, top + size * 2 / 5);
    graphics.drawLine(left + size / 3, top, left + size / 3, top + size * 4 / 5);
    graphics.drawLine(left + size * 2 / 3, top, left + size * 2 / 3, top + size * 4 / 5);
  }

  /** A figure without a face: the persons are nobody. */
  private static void paintPortrait(Graphics2D graphics, int width, int height) {
    int size = height * 3 / 8;
    int left = width - size - height / 12;
    int top = height / 5;
    graphics.setColor(new Color(0xA9C0D6));
    graphics.fillOval(left + size / 4, top, size / 2, size / 2);
    graphics.fillArc(left, top + size * 9 / 16, size, size, 0, 180);
  }

  private static Font fitting(Graphics2D graphics, String text, Font usual, int room) {
    int needed = graphics.getFontMetrics(usual).stringWidth(text);
    return needed <= room ? usual : usual.deriveFont(usual.getSize2D() * room / needed);
  }
}
