package org.openhall.kiosk.screen.guide;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.openhall.content.ServiceGuide;
import org.openhall.kiosk.screen.browse.FactSheet;
import org.openhall.kiosk.screen.browse.LoadedPane;
import org.openhall.kiosk.screen.guide.GuideSection.Ask;
import org.openhall.kiosk.screen.receipt.OwnMaterials;
import org.openhall.kiosk.screen.receipt.PrintPanel;
import org.openhall.kiosk.screen.receipt.ReceiptText;
import org.openhall.kiosk.screen.takeaway.TakeawayPane;
import org.openhall.kiosk.screen.takeaway.TakenPage;
import org.openhall.kiosk.shell.Destination;
import org.openhall.kiosk.shell.KioskContext;
import org.openhall.kiosk.shell.Orientation;
import org.openhall.kiosk.shell.Screen;
import org.openhall.kiosk.widget.Badge;
import org.openhall.kiosk.widget.Chip;
import org.openhall.kiosk.widget.ChipBar;
import org.openhall.kiosk.widget.FollowingFrame;
import org.openhall.kiosk.widget.HighlightedText;
import org.openhall.kiosk.widget.Icon;
import org.openhall.kiosk.widget.PressButton;
import org.openhall.kiosk.widget.ShownLabel;
import org.openhall.kiosk.widget.TouchPane;

/** One service guide being read. */
public final class GuideView implements Screen {
  /** What follows the opening at once; it fills the glass. */
  private static final Set<Ask> FIRST = EnumSet.of(Ask.CAN, Ask.BRING);

  private static final int FIRST_LINES = 4;

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
    return model.reading().map(state -> state.title(reading -> reading.guide().title()));
  }

  private Region page(GuideModel.Reading reading) {
    Map<Ask, Region> parts = parts(reading.guide());
    VBox content = new VBox(opening(reading));
    content.getStyleClass().add("guide-content");
    content.getChildren().addAll(parts.values());
    TouchPane pane = new TouchPane(content);
    VBox.setVgrow(pane, Priority.ALWAYS);
    pane.setPrefHeight(0); // it takes what is left, and need not say how long its content is
    Region jumps = jumps(parts, pane);
    TakeawayPane taking = new TakeawayPane(context);
    Region print = bar(print(reading), taking.button(() -> taken(reading)));
    if (context.orientation() == Orientation.PORTRAIT) {
      return taking.show(new VBox(jumps, pane, print));
    }
    TouchPane ways = new TouchPane(jumps);
    VBox.setVgrow(ways, Priority.ALWAYS);
    VBox side = new VBox(ways, print);
    side.getStyleClass().add("guide-side");
    HBox.setHgrow(pane, Priority.ALWAYS);
    return taking.show(new HBox(side, pane));
  }

  /** What answers each question of a citizen; what is far below is drawn a little later. */
  private Map<Ask, Region> parts(ServiceGuide guide) {
    SectionNodes nodes = new SectionNodes(context, destination.highlight());
    List<GuideSection> sections = GuideSection.of(guide, context.words());
    Map<Ask, Region> parts = new LinkedHashMap<>();
    List<Runnable> later = new ArrayList<>();
    int left = FIRST_LINES;
    for (Ask ask : Ask.values()) {
      Label question = new ShownLabel(context.text("guide.ask." + ask.key()));
      question.getStyleClass().add("guide-ask");
      VBox part = new VBox(question);
      parts.put(ask, part);
      for (GuideSection section : sections) {
        if (section.kind().ask() == ask && FIRST.contains(ask)) {
          int lines = Math.min(left, section.lines().size());
          left -= lines;
          later.add(begun(part, section, nodes, lines));
        } else if (section.kind().ask() == ask) {
          later.add(() -> part.getChildren().add(nodes.node(section)));
        }
      }
    }
    FollowingFrame.run(() -> later.forEach(Runnable::run));
    return parts;
  }

  /** Draws the first lines of a section; gives what is left to do of it. */
  private static Runnable begun(VBox part, GuideSection section, SectionNodes nodes, int lines) {
    VBox box = nodes.begun(section, lines);
    part.getChildren().add(box);
    return () -> nodes.addRest(box, section, lines);
  }

  private Region jumps(Map<Ask, Region> parts, TouchPane pane) {
    List<Chip> chips = new ArrayList<>();
    parts.forEach((ask, region) ->
        chips.add(
            new Chip(
                "section-" + ask.key(),
                context.text("guide.ask." + ask.key()),
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
            () -> text.materials(OwnMaterials.whole(reading.guide()), reading.release()));
    return panel;
  }

  /** Printing the list, and the other ways to take it along; one below the other at the side. */
  private Region bar(Region print, Region take) {
    Pane bar =
        context.orientation() == Orientation.PORTRAIT
            ? new HBox(24, print, take)
            : new VBox(24, print, new HBox(take));
    HBox.setHgrow(print, Priority.ALWAYS);
    bar.getStyleClass().add("guide-bar");
    return bar;
  }

  private TakenPage taken(GuideModel.Reading reading) {
    return new GuideText(context).taken(OwnMaterials.whole(reading.guide()), reading.release());
  }

  private Region opening(GuideModel.Reading reading) {
    ServiceGuide guide = reading.guide();
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
    GuideFacts facts = new GuideFacts(guide, reading.release(), context.clock().getZone());
    opening.getChildren().add(new FactSheet(context, facts.in(context.words())));
    if (!guide.situations().isEmpty()) {
      opening.getChildren().add(situations(guide));
    }
    return opening;
  }

  private Region situations(ServiceGuide guide) {
    Destination questions = new Destination.Situations(guide.header().id());
    PressButton begin =
        new PressButton(
                "guide-situations",
                context.text("guide.situations"),
                PressButton.Weight.PRIMARY,
                () -> context.navigator().go(questions))
            .withIcon(Icon.GUIDE);
    begin.setMaxWidth(Region.USE_PREF_SIZE);
    return new VBox(
        16, new HighlightedText(context.text("guide.situations.hint"), null, "guide-text"), begin);
  }
}
