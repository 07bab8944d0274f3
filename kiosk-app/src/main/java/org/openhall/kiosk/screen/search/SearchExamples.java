package org.openhall.kiosk.screen.search;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.openhall.kiosk.shell.KioskContext;
import org.openhall.kiosk.widget.Chip;
import org.openhall.kiosk.widget.ChipBar;
import org.openhall.kiosk.widget.ShownLabel;

/** What stands where nothing has been typed yet: how to type, with examples to press. */
final class SearchExamples extends VBox {
  private static final double GAP = 24;
  private static final List<String> EXAMPLES = List.of("sfz", "gjj", "yanglao", "2026");

  /**
   * The examples.
   *
   * @param type told the letters of the one pressed
   */
  SearchExamples(KioskContext context, Consumer<String> type) {
    super(GAP);
    Label title = new ShownLabel(context.text("search.waiting.title"));
    title.getStyleClass().add("search-hint-title");
    ChipBar examples = new ChipBar();
    examples.setChips(
        EXAMPLES.stream()
            .map(letters ->
                new Chip(
                    "example-" + letters,
                    letters,
                    context.text("search.example." + letters),
                    false,
                    () -> type.accept(letters)))
            .toList());
    getStyleClass().add("search-waiting");
    Label hint = ShownLabel.wrapping(context.text("search.waiting.hint"), "search-hint");
    getChildren().addAll(title, hint, examples);
  }
}
