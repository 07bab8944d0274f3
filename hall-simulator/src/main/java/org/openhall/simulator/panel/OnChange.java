package org.openhall.simulator.panel;

import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;

/** Hears that something was typed. */
record OnChange(Runnable action) implements DocumentListener {

  @Override
  public void insertUpdate(DocumentEvent event) {
    action.run();
  }

  @Override
  public void removeUpdate(DocumentEvent event) {
    action.run();
  }

  @Override
  public void changedUpdate(DocumentEvent event) {
    action.run();
  }
}
