package org.openhall.simulator.panel;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.GridLayout;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javax.swing.JLabel;
import javax.swing.JPanel;

/** A label and the buttons of which one is chosen, e.g. the states of the paper. */
final class Choice<T> extends JPanel {

  private static final long serialVersionUID = 1;
  private static final int LABEL_WIDTH = 64;

  private final int buttonHeight;

  private final transient Map<T, FlatButton> buttons = new LinkedHashMap<>();
  private final JPanel row = new JPanel(new GridLayout(1, 0, Look.GAP / 2, 0));
  private final transient Consumer<T> chosen;

  Choice(String label, int buttonHeight, Consumer<T> chosen) {
    super(new BorderLayout(Look.GAP, 0));
    this.chosen = chosen;
    this.buttonHeight = buttonHeight;
    setOpaque(false);
    row.setOpaque(false);
    JLabel name = new JLabel(label);
    name.setFont(Look.plain(16));
    name.setForeground(Look.QUIET);
    name.setPreferredSize(new Dimension(LABEL_WIDTH, 10));
    add(name, BorderLayout.WEST);
    add(row, BorderLayout.CENTER);
  }

  /** Adds a value that is as things should be. */
  Choice<T> with(T value, String title) {
    return with(value, title, Look.ACCENT);
  }

  /** Adds a value that means trouble. */
  Choice<T> withTrouble(T value, String title) {
    return with(value, title, Look.ALARM);
  }

  private Choice<T> with(T value, String title, Color filling) {
    FlatButton button =
        new FlatButton(title, "", filling, () -> chosen.accept(value)).withHeight(buttonHeight);
    buttons.put(value, button);
    row.add(button);
    return this;
  }

  /** Shows which value holds. */
  void mark(T value) {
    buttons.forEach((each, button) -> button.setChosen(each.equals(value)));
  }
}
