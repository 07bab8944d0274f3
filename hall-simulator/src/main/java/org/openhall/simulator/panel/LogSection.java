package org.openhall.simulator.panel;

import static javax.swing.ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER;
import static javax.swing.ScrollPaneConstants.VERTICAL_SCROLLBAR_ALWAYS;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.event.ActionEvent;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.swing.AbstractAction;
import javax.swing.BorderFactory;
import javax.swing.DefaultListCellRenderer;
import javax.swing.DefaultListModel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import org.jspecify.annotations.Nullable;
import org.openhall.simulator.control.CommandLog;

/** What was commanded, in the words that one would type, and a line in which to type. */
final class LogSection {

  private final Supplier<List<CommandLog.Entry>> log;
  private final DefaultListModel<CommandLog.Entry> model = new DefaultListModel<>();
  private final JList<CommandLog.Entry> list = new JList<>(model);
  private final JTextField typed;
  private final Section section;
  private List<CommandLog.Entry> shown = List.of();
  private int recalled;

  LogSection(Supplier<List<CommandLog.Entry>> log, Format format, Consumer<String> perform) {
    this.log = log;
    int letters = format.density().letters();
    list.setFont(Look.command(letters));
    list.setCellRenderer(new Line());
    list.setFixedCellHeight(letters * 3 / 2 + 2);
    list.getAccessibleContext().setAccessibleName(format.texts().get("log"));
    typed = format.field("log.typed");
    typed.addActionListener(_ -> {
      if (!typed.getText().isBlank()) {
        perform.accept(typed.getText().strip());
        typed.setText("");
        recalled = 0;
      }
    });
    recall("UP", 1);
    recall("DOWN", -1);
    JScrollPane scroll =
        new JScrollPane(list, VERTICAL_SCROLLBAR_ALWAYS, HORIZONTAL_SCROLLBAR_NEVER);
    scroll.setBorder(BorderFactory.createLineBorder(Look.EDGE));
    scroll.getVerticalScrollBar().setUI(new SlimScrollBar());
    scroll.getVerticalScrollBar().setPreferredSize(new Dimension(SlimScrollBar.WIDTH, 0));
    JPanel entry = new JPanel(new BorderLayout(Look.GAP, 0));
    entry.setOpaque(false);
    entry.add(format.label(format.texts().get("log.typed"), Look.QUIET), BorderLayout.WEST);
    entry.add(typed, BorderLayout.CENTER);
    JPanel content = new JPanel(new BorderLayout(0, Look.GAP));
    content.setOpaque(false);
    content.add(scroll, BorderLayout.CENTER);
    content.add(entry, BorderLayout.SOUTH);
    section = format.section("log", content);
    section.say(format.texts().get("log.hint"), Look.QUIET);
  }

  Section section() {
    return section;
  }

  /** The line in which to type gets what is typed. */
  void focus() {
    typed.requestFocusInWindow();
  }

  /** Shows what was commanded since. */
  void refresh() {
    List<CommandLog.Entry> now = log.get();
    if (!now.equals(shown)) {
      shown = now;
      model.clear();
      now.forEach(model::addElement);
      list.ensureIndexIsVisible(model.size() - 1);
    }
  }

  /** An arrow brings back what was commanded before. */
  private void recall(String key, int step) {
    typed.getInputMap().put(KeyStroke.getKeyStroke(key), key);
    typed
        .getActionMap()
        .put(
            key,
            new AbstractAction() {
              private static final long serialVersionUID = 1;

              @Override
              public void actionPerformed(ActionEvent event) {
                recalled = Math.clamp(recalled + step, 0, shown.size());
                typed.setText(recalled == 0 ? "" : shown.get(shown.size() - recalled).line());
              }
            });
  }

  /** A command and the first words of its answer. */
  private static final class Line extends DefaultListCellRenderer {

    private static final long serialVersionUID = 1;
    private static final Color REFUSED = Look.ALARM;

    /** Longer answers, such as a slip's text, are seen elsewhere. */
    private static final int SAID_WHOLE = 2;

    @Override
    public Component getListCellRendererComponent(
        JList<?> list, @Nullable Object value, int index, boolean selected, boolean focused) {
      super.getListCellRendererComponent(list, value, index, selected, focused);
      if (value instanceof CommandLog.Entry(String line, var answer)) {
        List<String> lines = answer.lines();
        String more = lines.size() > SAID_WHOLE ? " …" : "";
        String said = String.join(" ", lines.subList(0, Math.min(lines.size(), SAID_WHOLE)));
        setText((answer.done() ? "✓ " : "✗ ") + line + "   — " + said + more);
        setToolTipText(String.join(" ", lines));
        setForeground(answer.done() ? Look.TEXT : REFUSED);
      }
      return this;
    }
  }
}
