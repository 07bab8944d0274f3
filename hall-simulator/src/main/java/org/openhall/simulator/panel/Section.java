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

  Section(String title, JComponent content, Density density) {
    super(new BorderLayout(0, Look.GAP));
    setOpaque(false);
    int padding = density.padding();
    setBorder(BorderFactory.createEmptyBorder(padding, padding + 2, padding, padding + 2));
    JLabel name = new JLabel(title);
    name.setFont(Look.bold(density.letters() + 2));
    name.setForeground(Look.ACCENT);
    state.setFont(Look.plain(density.letters() - 1));
    JPanel head = new JPanel(new BorderLayout(Look.GAP, 0));
    head.setOpaque(false);
    head.add(name, BorderLayout.WEST);
    head.add(state, BorderLayout.CENTER);
    state.setHorizontalAlignment(JLabel.RIGHT);
    add(head, BorderLayout.NORTH);
    add(content, BorderLayout.CENTER);
  }

  /** Says how the device is; the whole of it also where there is no room. */
  void say(String text, Color color) {
    state.setText(text);
    state.setToolTipText(text);
    state.setForeground(color);
  }

  /** What is said at length when the pointer rests on the state. */
  void explain(String text) {
    state.setToolTipText(text);
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
