package org.openhall.kiosk.widget;

import javafx.scene.control.Label;

/** One quiet line that says where what is shown comes from, and of when it is. */
public final class StatusLine extends Label {

  /** A line, empty until it is said. */
  public StatusLine(String id) {
    setId(id);
    getStyleClass().add("status-line");
    setMaxWidth(Double.MAX_VALUE);
  }
}
