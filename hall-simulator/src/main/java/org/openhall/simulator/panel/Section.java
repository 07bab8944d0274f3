package org.openhall.simulator.panel;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Graphics;
import java.awt.Graphics2D;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;

/** One device on the panel: its name, what state it is in, and below what there is to work. */
final class Section extends JPanel {

  private static final long serialVersionUID = 1;

  private final JLabel state = new JLabel(" ");

  Section(String title, JComponent content, int padding) {
    super(new BorderLayout(0, padding / 2));
    setOpaque(false);
    setBorder(BorderFactory.createEmptyBorder(padding, padding, padding, padding));
    JLabel name = new JLabel(title);
    name.setFont(Look.bold(22));
    name.setForeground(Look.TEXT);
    state.setFont(Look.plain(15));
    JPanel head = new JPanel(new BorderLayout(0, 2));
    head.setOpaque(false);
    head.add(name, BorderLayout.NORTH);
    head.add(state, BorderLayout.SOUTH);
    add(head, BorderLayout.NORTH);
    add(content, BorderLayout.CENTER);
  }

  void say(String text, Color color) {
    state.setText(text);
    state.setForeground(color);
  }

  @Override
  protected void paintComponent(Graphics base) {
    Graphics2D graphics = (Graphics2D) base.create();
    Look.smooth(graphics);
    graphics.setColor(Look.SURFACE);
    graphics.fillRoundRect(0, 0, getWidth() - 1, getHeight() - 1, 2 * Look.ROUND, 2 * Look.ROUND);
    graphics.setColor(Look.EDGE);
    graphics.drawRoundRect(0, 0, getWidth() - 1, getHeight() - 1, 2 * Look.ROUND, 2 * Look.ROUND);
    graphics.dispose();
  }
}
