package org.openhall.kiosk.screen.hall;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.openhall.content.HallMap;
import org.openhall.content.StaffMember;
import org.openhall.content.store.GuideTitle;
import org.openhall.kiosk.screen.takeaway.TakenPage;
import org.openhall.kiosk.shell.Destination;
import org.openhall.kiosk.shell.KioskContext;
import org.openhall.kiosk.widget.Chip;
import org.openhall.kiosk.widget.ChipBar;
import org.openhall.kiosk.widget.Fact;
import org.openhall.kiosk.widget.FactTable;
import org.openhall.kiosk.widget.PressButton;
import org.openhall.kiosk.widget.ShownLabel;

/** One window: the way to it in words, and what is handled there. */
final class WindowPanel extends VBox {
  private final KioskContext context;
  private final Hall hall;
  private final HallMap.Window window;

  /**
   * A panel.
   *
   * @param model told what is pressed
   */
  WindowPanel(KioskContext context, Hall hall, HallMap.Window window, HallModel model) {
    super(24);
    this.context = context;
    this.hall = hall;
    this.window = window;
    getStyleClass().add("window-panel");
    getChildren().addAll(heading(model), access(model), way(model.sight().get().access()), facts());
    List<StaffMember> staff = hall.staffAt(window);
    if (!staff.isEmpty()) {
      getChildren().add(staff(staff));
    }
    getChildren().add(guides(model));
  }

  /** The way to the window and what is handled there, to be taken along. */
  TakenPage taken(HallRoute.Access access) {
    List<String> lines = new ArrayList<>();
    if (hall.start().isPresent()) {
      lines.addAll(sentences(hall.start().get(), access));
    }
    return new TakenPage(
        context.text("department.window", window.id(), window.name()),
        TakenPage.lines(told(), context.words()),
        lines,
        TakenPage.Gist.NONE,
        TakenPage.Source.OFFICE,
        null);
  }

  /** Where the way begins and how long it is, then turn by turn. */
  private List<String> sentences(Hall.Start start, HallRoute.Access access) {
    Optional<HallRoute> route = hall.route(window, access);
    if (route.isEmpty()) {
      return List.of(context.text("hall.no-way"));
    }
    String from = start.terminal() ? "hall.from.terminal" : "hall.from.entrance";
    List<String> sentences = new ArrayList<>();
    sentences.add(context.text(from, Math.round(route.get().metres())));
    sentences.addAll(
        RouteWords.of(RouteStep.of(route.get(), window, start.facing()), context.words()));
    return sentences;
  }

  private Region heading(HallModel model) {
    Label title = new ShownLabel(window.id() + "\u2002" + window.name());
    title.setWrapText(true);
    title.setMinHeight(USE_PREF_SIZE);
    title.setMaxWidth(Double.MAX_VALUE);
    title.getStyleClass().add("window-title");
    HBox.setHgrow(title, Priority.ALWAYS);
    PressButton all =
        new PressButton(
            "window-all",
            context.text("hall.all"),
            PressButton.Weight.SECONDARY,
            model::chooseNone);
    all.setMinWidth(USE_PREF_SIZE);
    HBox heading = new HBox(24, title, all);
    heading.setAlignment(Pos.CENTER_LEFT);
    return heading;
  }

  private Region access(HallModel model) {
    List<Chip> chips = new ArrayList<>();
    for (HallRoute.Access access : HallRoute.Access.values()) {
      chips.add(
          new Chip(
              "access-" + access.name(),
              context.text("hall.access." + access.name()),
              null,
              model.sight().get().access() == access,
              () -> model.go(access)));
    }
    ChipBar bar = new ChipBar();
    bar.setChips(chips);
    return bar;
  }

  private Region way(HallRoute.Access access) {
    Optional<HallRoute> route = hall.route(window, access);
    Optional<Hall.Start> start = hall.start();
    if (route.isEmpty() || start.isEmpty()) {
      return ShownLabel.wrapping(context.text("hall.no-way"), "guide-missing");
    }
    List<String> sentences = sentences(start.get(), access);
    VBox way = new VBox(16, ShownLabel.wrapping(sentences.getFirst(), "record-label"));
    for (int i = 1; i < sentences.size(); i++) {
      way.getChildren().add(step(i, sentences.get(i)));
    }
    way.setId("hall-way");
    return way;
  }

  private static Region step(int number, String sentence) {
    Label mark = new ShownLabel(Integer.toString(number));
    mark.setMinWidth(USE_PREF_SIZE);
    mark.setAlignment(Pos.CENTER);
    mark.getStyleClass().add("guide-number");
    HBox step = new HBox(20, mark, ShownLabel.wrapping(sentence, "hall-step"));
    step.setAlignment(Pos.CENTER_LEFT);
    return step;
  }

  private Region facts() {
    return new FactTable(told(), context.text("fact.missing"));
  }

  private List<Fact> told() {
    return List.of(
        new Fact(context.text("fact.department"), window.departmentName()),
        new Fact(
            context.text("hall.services"),
            window.services().isEmpty()
                ? null
                : String.join(context.text("comma"), window.services())),
        new Fact(context.text("window.hours"), window.hours()),
        new Fact(context.text("window.phone"), window.phone()));
  }

  /** The guides of what is handled here, as soon as they are known. */
  private Region guides(HallModel model) {
    Label title = ShownLabel.wrapping(context.text("hall.guides"), "fact-label");
    ChipBar bar = new ChipBar();
    VBox box = new VBox(16, title, bar);
    model
        .matters()
        .subscribe(matters -> {
          bar.setChips(matters.stream().map(this::guide).toList());
          box.setVisible(!matters.isEmpty());
          box.setManaged(!matters.isEmpty());
        });
    return box;
  }

  private Chip guide(GuideTitle matter) {
    return new Chip(
        "guide-" + matter.id(),
        matter.title(),
        null,
        false,
        () -> context.navigator().go(new Destination.Guide(matter.id(), null)));
  }

  private Region staff(List<StaffMember> staff) {
    ChipBar bar = new ChipBar();
    bar.setChips(
        List.of(
            new Chip(
                "window-staff",
                context.text("hall.staff"),
                context.text("browse.number", staff.size()),
                false,
                () -> context.navigator().go(new Destination.Staff(window.id())))));
    return bar;
  }
}
