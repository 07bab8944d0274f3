package org.openhall.kiosk.screen.file;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.openhall.kiosk.shell.KioskContext;
import org.openhall.kiosk.shell.Orientation;
import org.openhall.kiosk.widget.PressButton;

/** Turning pages and magnifying: rows below the page, or where the screen is wide at its side. */
final class FileButtons {
  private static final double GAP = 16;

  /** So few pages are turned one by one. */
  private static final int TURNED = 3;

  private final KioskContext context;
  private final PageModel model;
  private final PressButton previous;
  private final PressButton next;
  private final PressButton smaller;
  private final PressButton larger;
  private final Label place = said("file-place");
  private final PressButton jump;
  private final Label percent = said("file-percent");

  /**
   * Buttons for a file.
   *
   * @param choose offers all pages to turn to
   */
  FileButtons(KioskContext context, PageModel model, Runnable choose) {
    this.context = context;
    this.model = model;
    previous = button("file-previous", () -> model.turnTo(model.shown().get().page() - 1));
    next = button("file-next", () -> model.turnTo(model.shown().get().page() + 1));
    jump = new PressButton("file-jump", "", PressButton.Weight.SECONDARY, choose);
    smaller = button("file-smaller", model::diminish);
    larger = button("file-larger", model::magnify);
    model.shown().subscribe(this::show);
  }

  Region bar() {
    PressButton fitWidth = button("file-fit-width", model::fitWidth);
    PressButton fitPage = button("file-fit-page", model::fitPage);
    List<Region> rows = new ArrayList<>();
    if (context.orientation() == Orientation.LANDSCAPE) {
      rows.addAll(turning(place(), row(previous, next)));
      rows.addAll(List.of(percent, row(smaller, larger), row(fitWidth), row(fitPage)));
    } else {
      rows.addAll(turning(row(previous, place(), next)));
      rows.add(row(smaller, percent, larger, fitWidth, fitPage));
    }
    VBox bar = new VBox(GAP);
    bar.getChildren().addAll(rows);
    bar.setAlignment(Pos.CENTER);
    bar.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    bar.getStyleClass().add("file-bar");
    return bar;
  }

  private Region place() {
    return model.pages() > TURNED ? jump : place;
  }

  /** One page is not turned. */
  private List<Region> turning(Region... rows) {
    return model.pages() > 1 ? List.of(rows) : List.of();
  }

  private static HBox row(Region... parts) {
    HBox row = new HBox(GAP, parts);
    row.setAlignment(Pos.CENTER);
    for (Region part : parts) {
      part.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(part, Priority.ALWAYS);
    }
    return row;
  }

  private void show(PageModel.Shown shown) {
    Viewport view = shown.view();
    previous.setDisable(shown.page() == 0);
    next.setDisable(shown.page() == model.pages() - 1);
    String words = context.text("viewer.place", shown.page() + 1, model.pages());
    place.setText(words);
    jump.setText(words);
    smaller.setDisable(view == null || !view.canDiminish());
    larger.setDisable(view == null || !view.canMagnify());
    percent.setText(view == null ? "" : view.percent() + "%");
  }

  private static Label said(String id) {
    Label label = new Label();
    label.setId(id);
    label.setMaxWidth(Double.MAX_VALUE);
    label.getStyleClass().add(id);
    return label;
  }

  private PressButton button(String id, Runnable action) {
    return new PressButton(id, context.text(id), PressButton.Weight.SECONDARY, () -> {})
        .forEveryPress(action);
  }
}
