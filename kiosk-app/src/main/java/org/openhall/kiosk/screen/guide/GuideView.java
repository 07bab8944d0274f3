package org.openhall.kiosk.screen.guide;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.openhall.content.ServiceGuide;
import org.openhall.kiosk.screen.browse.FactSheet;
import org.openhall.kiosk.screen.browse.Loaded;
import org.openhall.kiosk.screen.browse.LoadedPane;
import org.openhall.kiosk.screen.receipt.PrintPanel;
import org.openhall.kiosk.screen.receipt.ReceiptText;
import org.openhall.kiosk.shell.Destination;
import org.openhall.kiosk.shell.KioskContext;
import org.openhall.kiosk.shell.Orientation;
import org.openhall.kiosk.shell.Screen;
import org.openhall.kiosk.widget.Badge;
import org.openhall.kiosk.widget.Chip;
import org.openhall.kiosk.widget.ChipBar;
import org.openhall.kiosk.widget.HighlightedText;
import org.openhall.kiosk.widget.TouchPane;

/** One service guide being read. */
public final class GuideView implements Screen {
  private final KioskContext context;
  private final Destination.Guide destination;
  private final GuideModel model;
  private final Region node;

  /** Opens a guide. */
  public GuideView(KioskContext context, Destination.Guide guide) {
    this.context = context;
    this.destination = guide;
    model = new GuideModel(context.content(), guide.id());
    node = new LoadedPane<>(context, model.reading(), this::page);
    node.getStyleClass().add("guide-page");
  }

  @Override
  public Region node() {
    return node;
  }

  @Override
  public ObservableValue<String> pageTitle() {
    return model.reading().map(GuideView::titleOf);
  }

  private static String titleOf(Loaded<GuideModel.Reading> state) {
    return state instanceof Loaded.Shown<GuideModel.Reading>(GuideModel.Reading reading)
        ? reading.guide().title()
        : "";
  }

  private Region page(GuideModel.Reading reading) {
    SectionNodes nodes = new SectionNodes(context, destination.highlight());
    Map<GuideSection, Region> sections = new LinkedHashMap<>();
    GuideSection.of(reading.guide()).forEach(section -> sections.put(section, nodes.node(section)));
    VBox content = new VBox(opening(reading.guide()));
    content.getStyleClass().add("guide-content");
    content.getChildren().addAll(sections.values());
    TouchPane pane = new TouchPane(content);
    VBox.setVgrow(pane, Priority.ALWAYS);
    Region jumps = jumps(sections, pane);
    Region print = print(reading);
    if (context.orientation() == Orientation.PORTRAIT) {
      return new VBox(jumps, pane, print);
    }
    VBox side = new VBox(jumps, print);
    VBox.setVgrow(jumps, Priority.ALWAYS);
    side.getStyleClass().add("guide-side");
    HBox.setHgrow(pane, Priority.ALWAYS);
    return new HBox(side, pane);
  }

  private Region jumps(Map<GuideSection, Region> sections, TouchPane pane) {
    List<Chip> chips = new ArrayList<>();
    sections.forEach((section, region) ->
        chips.add(
            new Chip(
                "section-" + section.kind().key(),
                context.text("guide.section." + section.kind().key()),
                null,
                false,
                () -> pane.scrollTo(region.getBoundsInParent().getMinY()))));
    ChipBar bar = new ChipBar();
    bar.setChips(chips);
    bar.getStyleClass().add("guide-jumps");
    return bar;
  }

  private Region print(GuideModel.Reading reading) {
    ReceiptText text = new ReceiptText(context);
    PrintPanel panel =
        new PrintPanel(
            context,
            "guide-print",
            context.text("guide.print"),
            () -> text.materials(reading.guide(), reading.release()));
    panel.getStyleClass().add("guide-bar");
    return panel;
  }

  private Region opening(ServiceGuide guide) {
    Region title = new HighlightedText(guide.title(), destination.highlight(), "reader-title");
    HBox.setHgrow(title, Priority.ALWAYS);
    HBox heading = new HBox(24, title);
    if (guide.header().origin().sample()) {
      heading.getChildren().add(new Badge(context.text("browse.sample")));
    }
    VBox opening = new VBox(heading);
    opening.getStyleClass().add("reader-opening");
    if (guide.summary() != null) {
      opening.getChildren().add(new HighlightedText(guide.summary(), null, "guide-text"));
    }
    opening.getChildren().add(new FactSheet(context, new GuideFacts(guide).in(context.words())));
    return opening;
  }
}
