package org.openhall.kiosk.screen.hall;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.openhall.content.HallMap;
import org.openhall.kiosk.screen.browse.ListText;
import org.openhall.kiosk.screen.browse.LoadedPane;
import org.openhall.kiosk.screen.takeaway.TakeawayPane;
import org.openhall.kiosk.screen.takeaway.TakenPage;
import org.openhall.kiosk.shell.Destination;
import org.openhall.kiosk.shell.KioskContext;
import org.openhall.kiosk.shell.Orientation;
import org.openhall.kiosk.shell.Screen;
import org.openhall.kiosk.widget.Chip;
import org.openhall.kiosk.widget.ChipBar;
import org.openhall.kiosk.widget.EmptyState;
import org.openhall.kiosk.widget.Icon;
import org.openhall.kiosk.widget.PageHeading;
import org.openhall.kiosk.widget.TouchList;
import org.openhall.kiosk.widget.TouchPane;

/** Windows and map: the plan of a floor, its windows, and the way to one. */
public final class HallView implements Screen {
  private final KioskContext context;
  private final HallModel model;
  private final TakeawayPane taking;
  private final Region node;

  /** Opens the floor on which this terminal stands, or the way to a window. */
  public HallView(KioskContext context, Destination.Hall destination) {
    this.context = context;
    model = new HallModel(context.content(), context.terminal().point(), destination.windowId());
    taking = new TakeawayPane(context);
    node = new LoadedPane<>(context, model.hall(), this::page);
    node.setId("hall");
    node.getStyleClass().add("browse-page");
  }

  @Override
  public Region node() {
    return node;
  }

  @Override
  public void closed() {
    model.search(false);
  }

  private Region page(Hall hall) {
    HallPlan plan = new HallPlan(picture(hall), model::choose);
    WindowSearch search = new WindowSearch(context, model);
    ChipBar floors = new ChipBar();
    floors.getStyleClass().add("hall-floors");
    StackPane below = new StackPane();
    TouchList<HallMap.Window> list = new TouchList<>(this::row);
    Runnable show =
        () -> {
          floors.setChips(floors(hall));
          plan.show(picture(hall));
          below.getChildren().setAll(below(hall, list));
        };
    model.sight().subscribe(_ -> show.run());
    model.query().addListener((_, _, _) -> show.run());
    model.searching().addListener((_, _, _) -> show.run());
    StackPane seen = new StackPane(plan, search);
    search.visibleProperty().bind(model.searching());
    search.managedProperty().bind(model.searching());
    plan.visibleProperty().bind(model.searching().not());
    plan.managedProperty().bind(model.searching().not());
    PageHeading heading = new PageHeading(context.text("hall.title"), null);
    return taking.show(laidOut(new VBox(heading, floors), seen, below));
  }

  private Region laidOut(VBox head, Region seen, Region below) {
    seen.getStyleClass().add("hall-seen");
    below.getStyleClass().add("hall-below");
    if (context.orientation() == Orientation.PORTRAIT) {
      VBox.setVgrow(below, Priority.ALWAYS);
      seen.setMinHeight(Region.USE_PREF_SIZE);
      below.setPrefHeight(0);
      return new VBox(head, seen, below);
    }
    VBox.setVgrow(below, Priority.ALWAYS);
    VBox left = new VBox(head, below);
    left.getStyleClass().add("hall-left");
    HBox.setHgrow(seen, Priority.ALWAYS);
    return new HBox(left, seen);
  }

  private List<Chip> floors(Hall hall) {
    List<Chip> chips = new ArrayList<>();
    String seen = model.sight().get().floorId();
    for (HallMap.Floor floor : hall.map().floors()) {
      chips.add(
          new Chip(
              "floor-" + floor.id(),
              floor.name(),
              context.text("browse.number", floor.windows().size()),
              floor.id().equals(seen),
              () -> model.showFloor(floor.id())));
    }
    boolean searching = model.searching().get();
    chips.add(
        new Chip(
            "hall-search",
            context.text(searching ? "hall.search.end" : "hall.search"),
            null,
            searching,
            () -> model.search(!searching)));
    return chips;
  }

  private Region below(Hall hall, TouchList<HallMap.Window> list) {
    Optional<HallMap.Window> window = window(hall);
    if (window.isPresent()) {
      return panel(new WindowPanel(context, hall, window.get(), model));
    }
    List<HallMap.Window> listed = model.listed();
    if (listed.isEmpty()) {
      return new EmptyState(
          Icon.SEARCH, context.text("hall.nothing"), context.text("hall.nothing.hint"));
    }
    list.showFromTop(listed);
    return underTake(list, () -> windows(listed));
  }

  /** The windows that are listed now. */
  private TakenPage windows(List<HallMap.Window> listed) {
    return new ListText(context.text("hall.title"), List.of())
        .taken(context, listed.stream().map(this::line).toList());
  }

  private ListText.Row line(HallMap.Window window) {
    List<String> notes =
        new ArrayList<>(
            Stream.of(window.departmentName(), window.hours()).filter(Objects::nonNull).toList());
    notes.addAll(window.services());
    return new ListText.Row(context.text("department.window", window.id(), window.name()), notes);
  }

  /** The panel of a window, with the way to take it along under it. */
  private Region panel(WindowPanel panel) {
    return underTake(new TouchPane(panel), () -> panel.taken(model.sight().get().access()));
  }

  private Region underTake(Region page, Supplier<TakenPage> taken) {
    VBox.setVgrow(page, Priority.ALWAYS);
    HBox bar = new HBox(taking.button(taken));
    bar.setAlignment(Pos.CENTER_RIGHT);
    bar.getStyleClass().add("hall-take");
    return new VBox(page, bar);
  }

  private Region row(HallMap.Window window) {
    return new WindowRow(context, window, () -> model.choose(window.id()));
  }

  private Optional<HallMap.Window> window(Hall hall) {
    String chosen = model.sight().get().windowId();
    return chosen == null ? Optional.empty() : hall.window(chosen);
  }

  private HallPlan.Picture picture(Hall hall) {
    HallModel.Sight sight = model.sight().get();
    HallMap.Floor floor =
        hall.floor(sight.floorId()).orElseGet(() -> hall.map().floors().getFirst());
    Optional<Hall.Start> start = hall.start();
    boolean terminal = start.filter(Hall.Start::terminal).isPresent();
    return new HallPlan.Picture(
        floor,
        window(hall).flatMap(it -> hall.route(it, sight.access())).stream()
            .flatMap(route -> walks(route, floor).stream())
            .toList(),
        start.filter(it -> it.floor().equals(floor)).map(Hall.Start::point),
        context.text(terminal ? "hall.here" : "hall.entrance"),
        window(hall).filter(floor.windows()::contains));
  }

  private static List<List<HallMap.Point>> walks(HallRoute route, HallMap.Floor floor) {
    return route.legs().stream()
        .filter(HallRoute.Leg.Walk.class::isInstance)
        .map(HallRoute.Leg.Walk.class::cast)
        .filter(walk -> walk.floor().equals(floor))
        .map(HallRoute.Leg.Walk::points)
        .toList();
  }
}
