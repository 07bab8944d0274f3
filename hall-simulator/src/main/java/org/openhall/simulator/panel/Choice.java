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

  private final transient Format format;
  private final transient Consumer<String> perform;
  private final transient Map<T, FlatButton> buttons = new LinkedHashMap<>();
  private final JPanel row = new JPanel(new GridLayout(1, 0, Look.GAP / 2, 0));

  /**
   * A row without buttons yet.
   *
   * @param key of the label
   * @param perform does a command as it is typed
   */
  Choice(String key, Format format, Consumer<String> perform) {
    super(new BorderLayout(Look.GAP, 0));
    this.format = format;
    this.perform = perform;
    setOpaque(false);
    row.setOpaque(false);
    JLabel name = format.label(format.texts().get(key), Look.QUIET);
    name.setPreferredSize(new Dimension(format.density().letters() * 4, 10));
    add(name, BorderLayout.WEST);
    add(row, BorderLayout.CENTER);
  }

  /** Adds a value that is as things should be, with the key of its title and its command. */
  Choice<T> with(T value, String key, String command) {
    return with(value, key, command, Look.ACCENT);
  }

  /** Adds a value that means trouble. */
  Choice<T> withTrouble(T value, String key, String command) {
    return with(value, key, command, Look.ALARM);
  }

  private Choice<T> with(T value, String key, String command, Color filling) {
    FlatButton button =
        format.button(key, () -> perform.accept(command)).withFilling(filling).withHint(command);
    buttons.put(value, button);
    row.add(button);
    return this;
  }

  /** Shows which value holds. */
  void mark(T value) {
    buttons.forEach((each, button) -> button.setChosen(each.equals(value)));
  }
}
