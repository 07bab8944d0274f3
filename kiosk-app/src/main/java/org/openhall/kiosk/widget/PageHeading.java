package org.openhall.kiosk.widget;

import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A page's title, and perhaps a line below it. */
public final class PageHeading extends VBox {
  private final String title;

  /** A heading; the title wraps. */
  public PageHeading(String title, @Nullable String subtitle) {
    this.title = title;
    getStyleClass().add("page-heading");
    getChildren().add(ShownLabel.wrapping(title, "page-title"));
    if (subtitle != null) {
      getChildren().add(ShownLabel.wrapping(subtitle, "page-subtitle"));
    }
  }

  public String title() {
    return title;
  }
}
