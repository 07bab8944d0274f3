package org.openhall.kiosk.screen.file;

import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.openhall.kiosk.shell.Messages;
import org.openhall.kiosk.widget.Icon;
import org.openhall.kiosk.widget.PressButton;
import org.openhall.kiosk.widget.PressButton.Weight;
import org.openhall.kiosk.widget.ShownLabel;
import org.openhall.kiosk.widget.TouchList;

/** The numbers of all pages over the page, to turn to any at once; the present one is marked. */
final class PageChooser extends VBox {
  private static final int IN_A_ROW = 8;
  private static final double GAP = 16;

  private final PageModel model;
  private final Runnable close;

  /**
   * A chooser.
   *
   * @param close takes it away
   */
  PageChooser(Messages words, PageModel model, Runnable close) {
    this.model = model;
    this.close = close;
    setId("file-pages-panel");
    getStyleClass().add("reader-contents");
    TouchList<Integer> rows = new TouchList<>(this::row);
    rows.showFromTop(IntStream.range(0, Math.ceilDiv(model.pages(), IN_A_ROW)).boxed().toList());
    rows.scrollTo(model.shown().get().page() / IN_A_ROW);
    VBox.setVgrow(rows, Priority.ALWAYS);
    getChildren().addAll(head(words), rows);
  }

  private Region head(Messages words) {
    Label title = new ShownLabel(words.text("viewer.jump", model.pages()));
    title.getStyleClass().add("section-title");
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    PressButton back =
        new PressButton("file-pages-close", words.text("reader.close"), Weight.SECONDARY, close)
            .withIcon(Icon.BACK);
    HBox head = new HBox(24, title, back);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("reader-contents-head");
    return head;
  }

  private Region row(int row) {
    HBox numbers = new HBox(GAP);
    numbers.getStyleClass().add("page-numbers");
    int end = Math.min((row + 1) * IN_A_ROW, model.pages());
    for (int page = row * IN_A_ROW; page < end; page++) {
      numbers.getChildren().add(number(page));
    }
    return numbers;
  }

  private PressButton number(int page) {
    Weight weight = page == model.shown().get().page() ? Weight.PRIMARY : Weight.SECONDARY;
    return new PressButton(
        "file-page-" + (page + 1),
        Integer.toString(page + 1),
        weight,
        () -> {
          close.run();
          model.turnTo(page);
        });
  }
}
