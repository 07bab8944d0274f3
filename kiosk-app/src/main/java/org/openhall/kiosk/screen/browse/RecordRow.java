package org.openhall.kiosk.screen.browse;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.openhall.kiosk.shell.Destination;
import org.openhall.kiosk.shell.KioskContext;
import org.openhall.kiosk.widget.Badge;
import org.openhall.kiosk.widget.Fact;
import org.openhall.kiosk.widget.ShownLabel;
import org.openhall.kiosk.widget.Tap;

/** A line of a list: the title, and below it the facts that tell it from others of its title. */
public final class RecordRow extends VBox {
  private final KioskContext context;

  /**
   * What a line says.
   *
   * @param id id of its node
   * @param sample whether it is marked 示例
   * @param facts below the title; those without a value say that it is missing
   * @param page opened by a press
   */
  public record Content(
      String id, String title, boolean sample, List<Fact> facts, Destination page) {
    public Content {
      facts = List.copyOf(facts);
    }
  }

  public RecordRow(KioskContext context, Content content) {
    this.context = context;
    setId(content.id());
    getStyleClass().add("record");
    getChildren().addAll(heading(content), facts(content.facts()));
    Tap.on(this, () -> context.navigator().go(content.page()));
  }

  private HBox heading(Content content) {
    Label title = new ShownLabel(content.title());
    title.setWrapText(true);
    title.setMinHeight(USE_PREF_SIZE);
    title.setMaxWidth(Double.MAX_VALUE);
    title.getStyleClass().add("record-title");
    HBox.setHgrow(title, Priority.ALWAYS);
    HBox line = new HBox(16, title);
    if (content.sample()) {
      line.getChildren().add(new Badge(context.text("browse.sample")));
    }
    return line;
  }

  private FlowPane facts(List<Fact> facts) {
    FlowPane pane = new FlowPane();
    pane.getStyleClass().add("record-facts");
    facts.forEach(fact -> pane.getChildren().add(fact(fact)));
    return pane;
  }

  private HBox fact(Fact fact) {
    Label label = new ShownLabel(fact.label());
    label.getStyleClass().add("record-label");
    boolean missing = fact.value() == null;
    Label value =
        new ShownLabel(missing ? context.text("fact.missing") : String.valueOf(fact.value()));
    value.getStyleClass().add(missing ? "record-missing" : "record-value");
    return new HBox(12, label, value);
  }
}
