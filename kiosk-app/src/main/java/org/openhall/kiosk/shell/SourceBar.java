package org.openhall.kiosk.shell;

import java.time.format.DateTimeFormatter;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.openhall.content.store.ReleaseInfo;
import org.openhall.kiosk.widget.StatusLine;

/** The line on every page that says whose content this is and of when, and that newer is ready. */
final class SourceBar extends VBox {
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final KioskContext context;
  private final Published published;
  private final Label source = new StatusLine("status-source");
  private final Label hint = new Label();

  SourceBar(KioskContext context, Published published) {
    this.context = context;
    this.published = published;
    getStyleClass().add("status-bar");
    setAlignment(Pos.CENTER_LEFT);
    hint.setId("status-updated");
    hint.getStyleClass().add("update-hint");
    hint.visibleProperty().bind(published.newerWaiting());
    hint.managedProperty().bind(published.newerWaiting());
    source.setWrapText(true);
    source.setMinHeight(USE_PREF_SIZE);
    getChildren().addAll(source, hint);
  }

  /** Says everything in the present language. */
  void say() {
    hint.setText(context.text("status.updated"));
    source.setText(
        switch (published.state().get()) {
          case ContentState.Opening _ -> context.text("status.starting");
          case ContentState.Missing _ -> context.text("status.none");
          case ContentState.Damaged _ -> context.text("status.damaged");
          case ContentState.Shown(ReleaseInfo release) -> sentence(release);
        });
  }

  private String sentence(ReleaseInfo release) {
    String asOf = MINUTE.format(release.publishedAt().atZone(context.clock().getZone()));
    if (published.freshness().get() instanceof Freshness.ClockWrong) {
      return context.text("status.source", asOf, release.office(), Long.toString(release.number()));
    }
    String age = AgeWords.of(release, context.clock(), context.words());
    return context.text(
        "status.source-and-age", asOf, age, release.office(), Long.toString(release.number()));
  }
}
