package org.openhall.simulator.panel;

import java.awt.Color;
import java.awt.Component;
import java.awt.GridLayout;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;

/** In which words, and with how much room, the panel is drawn. */
record Format(Texts texts, Density density) {

  /** A button that does a command, by the key of its title. */
  FlatButton button(String key, Runnable action) {
    return new FlatButton(texts.get(key), "", density.letters(), action)
        .withHeight(density.buttonHeight());
  }

  Section section(String key, JComponent content) {
    return new Section(texts.get(key), content, density);
  }

  JLabel label(String text, Color color) {
    JLabel label = new JLabel(text);
    label.setFont(Look.plain(density.letters()));
    label.setForeground(color);
    return label;
  }

  /** A line in which to type what is said to a device. */
  JTextField field(String key) {
    JTextField field = new JTextField();
    field.setFont(Look.command(density.letters()));
    field.setForeground(Look.TEXT);
    field.setBorder(
        BorderFactory.createCompoundBorder(
            BorderFactory.createLineBorder(Look.ACCENT_LINE),
            BorderFactory.createEmptyBorder(2, 6, 2, 6)));
    field.getAccessibleContext().setAccessibleName(texts.get(key));
    return field;
  }

  /** A transparent panel with its parts at equal widths in a row. */
  static JPanel row(Component... parts) {
    JPanel row = new JPanel(new GridLayout(1, 0, Look.GAP, 0));
    row.setOpaque(false);
    for (Component part : parts) {
      row.add(part);
    }
    return row;
  }

  /** A transparent panel with its parts one below the other, each as high as the highest. */
  static JPanel rows(Component... parts) {
    JPanel rows = new JPanel(new GridLayout(0, 1, 0, Look.GAP / 2));
    rows.setOpaque(false);
    for (Component part : parts) {
      rows.add(part);
    }
    return rows;
  }
}
