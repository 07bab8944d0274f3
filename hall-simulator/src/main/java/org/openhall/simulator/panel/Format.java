package org.openhall.simulator.panel;

import javax.swing.JComponent;

/** In which words, and with how much room, the panel is drawn. */
record Format(Texts texts, Density density) {

  FlatButton button(String title, String note, Runnable action) {
    boolean roomy = density == Density.ROOMY;
    return new FlatButton(title, roomy ? note : "", action).withHeight(density.buttonHeight());
  }

  Section section(String title, JComponent content) {
    return new Section(title, content, density.padding());
  }
}
