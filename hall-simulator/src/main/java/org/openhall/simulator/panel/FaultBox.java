package org.openhall.simulator.panel;

import java.awt.BorderLayout;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JComboBox;
import javax.swing.JPanel;
import org.openhall.simulator.control.CommandParser;

/** What is wrong with a device, out of a list: the words that its command has. */
final class FaultBox<E extends Enum<E>> extends JPanel {

  private static final long serialVersionUID = 1;

  private final transient JComboBox<String> box = new JComboBox<>();
  private boolean showing;

  /**
   * A list of all there is.
   *
   * @param word the command's first word, e.g. {@code module}
   */
  FaultBox(Class<E> type, String word, Format format, Consumer<String> perform) {
    super(new BorderLayout(Look.GAP, 0));
    setOpaque(false);
    for (E fault : type.getEnumConstants()) {
      box.addItem(CommandParser.spelling(fault));
    }
    box.setFont(Look.command(format.density().letters() - 1));
    box.setBackground(Look.SURFACE);
    box.setBorder(BorderFactory.createLineBorder(Look.ACCENT_LINE));
    box.setToolTipText(word + " …");
    box.getAccessibleContext().setAccessibleName(format.texts().get("fault") + " " + word);
    box.addActionListener(_ -> {
      if (!showing) {
        perform.accept(word + " " + box.getSelectedItem());
      }
    });
    add(format.label(format.texts().get("fault"), Look.QUIET), BorderLayout.WEST);
    add(box, BorderLayout.CENTER);
  }

  /** Shows what is wrong now. */
  void show(E fault) {
    String word = CommandParser.spelling(fault);
    if (!word.equals(box.getSelectedItem()) && !box.isPopupVisible()) {
      showing = true;
      box.setSelectedItem(word);
      showing = false;
    }
    box.setForeground(word.equals("ok") ? Look.TEXT : Look.ALARM);
  }
}
