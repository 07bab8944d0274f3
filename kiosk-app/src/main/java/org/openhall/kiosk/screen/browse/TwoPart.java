package org.openhall.kiosk.screen.browse;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.openhall.kiosk.screen.takeaway.TakeawayPane;
import org.openhall.kiosk.shell.KioskContext;
import org.openhall.kiosk.shell.Orientation;
import org.openhall.kiosk.widget.PageHeading;
import org.openhall.kiosk.widget.TouchPane;

/** A page of choices and a list: one above the other when upright, side by side when lying. */
public final class TwoPart extends StackPane {
  private static final double SIDE = 600;

  /** Pixels that a list keeps beside unfolded choices; without them it has all the room. */
  private static final double LIST = 480;

  /** A list of records, which can be taken away. */
  public TwoPart(
      KioskContext context, PageHeading heading, ListPane<?> list, List<? extends Region> choices) {
    this(context, heading, (Region) list, choices);
    TakeawayPane pane = new TakeawayPane(context);
    list.takenBy(pane, heading.title());
    List<Node> parts = List.copyOf(getChildren());
    getChildren().setAll(pane.show(new StackPane(parts.toArray(Node[]::new))));
  }

  public TwoPart(
      KioskContext context, PageHeading heading, Region list, List<? extends Region> choices) {
    getStyleClass().add("browse-page");
    VBox bars = new VBox();
    bars.getStyleClass().add("choice-bars");
    bars.getChildren().addAll(choices);
    getChildren()
        .add(
            context.orientation() == Orientation.PORTRAIT
                ? upright(heading, bars, list)
                : lying(heading, bars, list));
  }

  private static Region upright(PageHeading heading, VBox bars, Region list) {
    list.setPrefHeight(LIST);
    VBox.setVgrow(list, Priority.ALWAYS);
    return new VBox(heading, bars, list);
  }

  private static Region lying(PageHeading heading, VBox bars, Region list) {
    TouchPane pane = new TouchPane(bars);
    VBox.setVgrow(pane, Priority.ALWAYS);
    VBox side = new VBox(heading, pane);
    side.setMinWidth(SIDE);
    side.setMaxWidth(SIDE);
    side.getStyleClass().add("browse-side");
    HBox.setHgrow(list, Priority.ALWAYS);
    return new HBox(side, list);
  }
}
