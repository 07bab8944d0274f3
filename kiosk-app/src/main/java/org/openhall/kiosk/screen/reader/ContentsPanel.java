package org.openhall.kiosk.screen.reader;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.openhall.kiosk.screen.reader.Reading.Chapter;
import org.openhall.kiosk.shell.KioskContext;
import org.openhall.kiosk.widget.Badge;
import org.openhall.kiosk.widget.Icon;
import org.openhall.kiosk.widget.PressButton;
import org.openhall.kiosk.widget.PressButton.Weight;
import org.openhall.kiosk.widget.ShownLabel;
import org.openhall.kiosk.widget.Tap;
import org.openhall.kiosk.widget.TouchList;

/** The contents of a long text, over the page; the chapter being read is marked. */
final class ContentsPanel extends VBox {
  private static final double MARGIN = 40;
  private static final double INDENT = 48;
  private static final int ROWS_ABOVE = 3;

  private final KioskContext context;

  /** What a press leads to. */
  record Actions(Consumer<Chapter> go, Runnable close) {}

  /**
   * A panel.
   *
   * @param contents the chapters
   * @param here which of them is being read, -1 before the first
   */
  ContentsPanel(KioskContext context, List<Chapter> contents, int here, Actions actions) {
    this.context = context;
    setId("reader-contents-panel");
    getStyleClass().add("reader-contents");
    TouchList<Chapter> list =
        new TouchList<>(chapter -> row(chapter, contents.indexOf(chapter) == here, actions));
    list.showFromTop(contents);
    list.scrollTo(Math.max(0, here - ROWS_ABOVE));
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(head(actions), list);
  }

  private Region head(Actions actions) {
    Label title = new ShownLabel(context.text("reader.contents.title"));
    title.getStyleClass().add("section-title");
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    PressButton close =
        new PressButton(
                "reader-contents-close",
                context.text("reader.close"),
                Weight.SECONDARY,
                actions.close())
            .withIcon(Icon.BACK);
    HBox head = new HBox(24, title, close);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("reader-contents-head");
    return head;
  }

  private Region row(Chapter chapter, boolean here, Actions actions) {
    Label text = new ShownLabel(chapter.text());
    text.setWrapText(true);
    text.setMinHeight(USE_PREF_SIZE);
    text.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(text, Priority.ALWAYS);
    HBox row = new HBox(24, text);
    row.setId("chapter-" + chapter.piece());
    row.setAlignment(Pos.CENTER_LEFT);
    row.setPadding(new Insets(16, MARGIN, 16, MARGIN + INDENT * (chapter.level() - 1)));
    row.getStyleClass().add("contents-row");
    if (here) {
      row.getStyleClass().add("contents-row-here");
      row.getChildren().add(new Badge(context.text("reader.contents.here")));
    }
    Tap.on(row, () -> actions.go().accept(chapter));
    return row;
  }
}
