package org.openhall.kiosk.widget;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A page's title, and perhaps a line below it. */
public final class PageHeading extends VBox {

  /** A heading; the title wraps. */
  public PageHeading(String title, @Nullable String subtitle) {
    getStyleClass().add("page-heading");
    getChildren().add(line(title, "page-title"));
    if (subtitle != null) {
      getChildren().add(line(subtitle, "page-subtitle"));
    }
  }

  private static Label line(String text, String style) {
    Label label = new ShownLabel(text);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label.getStyleClass().add(style);
    return label;
  }
}
