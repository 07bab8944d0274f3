package org.openhall.kiosk.technician;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.openhall.kiosk.shell.KioskContext;
import org.openhall.kiosk.shell.Orientation;
import org.openhall.kiosk.technician.TechnicianModel.Page;
import org.openhall.kiosk.widget.Icon;
import org.openhall.kiosk.widget.PressButton;
import org.openhall.kiosk.widget.PressButton.Weight;
import org.openhall.kiosk.widget.ShownLabel;
import org.openhall.kiosk.widget.SmallTile;
import org.openhall.kiosk.widget.TouchPane;

/** The pages of the service area, each made when it is turned to. */
final class TechnicianPages {
  private final KioskContext context;
  private final TechnicianModel model;
  private final TechnicianDesk desk;
  private Optional<Reason> outOfService = Optional.empty();

  TechnicianPages(KioskContext context, TechnicianModel model, TechnicianDesk desk) {
    this.context = context;
    this.model = model;
    this.desk = desk;
  }

  /** Why nobody is served now. */
  void outOfService(Optional<Reason> reason) {
    outOfService = reason;
  }

  Region page(Role role, Page page) {
    return switch (page) {
      case MENU -> framed(role, page, menu(role));
      case FINDINGS -> framed(role, page, new FindingsPage(context.words(), desk));
      case DEVICES -> framed(role, page, new DevicesPage(context.words(), model, desk));
      case ABOUT -> framed(role, page, about());
      case TOUCH -> new TouchPage(context.words(), model);
      case COLOURS -> new ColourPage(context.words(), model);
      case SERVICE -> framed(role, page, service());
      case RESTART -> framed(role, page, restart());
      case ACCEPTANCE -> framed(role, page, new AcceptancePage(context.words(), model, desk));
    };
  }

  private String text(String key, Object... about) {
    return context.text(key, about);
  }

  private BorderPane framed(Role role, Page page, Region body) {
    Label title = new ShownLabel(text("technician.page." + page));
    title.getStyleClass().add("technician-title");
    Label who = new ShownLabel(text("technician.role." + role));
    who.getStyleClass().add("technician-role");
    VBox names = new VBox(title, who);
    HBox.setHgrow(names, Priority.ALWAYS);
    PressButton language =
        new PressButton(
            "technician-language", text("language.other"), Weight.SECONDARY, this::otherLanguage);
    PressButton out =
        page == Page.MENU
            ? new PressButton(
                "technician-leave", text("technician.leave"), Weight.DANGER, model::leave)
            : new PressButton(
                "technician-back",
                text("technician.back"),
                Weight.SECONDARY,
                () -> model.go(Page.MENU));
    HBox head = new HBox(20, names, language, out);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("technician-head");
    body.getStyleClass().add("technician-body");
    BorderPane frame = new BorderPane(new TouchPane(body));
    frame.setTop(head);
    return frame;
  }

  private void otherLanguage() {
    context.words().speak(context.words().language().get().other());
  }

  private Region menu(Role role) {
    GridPane tiles = new GridPane(20, 20);
    int columns = context.orientation() == Orientation.LANDSCAPE ? 3 : 2;
    Label word = ShownLabel.wrapping("", "technician-word");
    Tiles grid = new Tiles(tiles, columns);
    if (role == Role.TECHNICIAN) {
      grid.page(Page.FINDINGS, Icon.GUIDE);
      grid.page(Page.DEVICES, Icon.SCAN);
      grid.page(Page.ABOUT, Icon.DOCUMENT);
      grid.page(Page.TOUCH, Icon.TOUCH);
      grid.page(Page.COLOURS, Icon.HALL);
      grid.page(Page.SERVICE, Icon.ALERT);
      grid.page(Page.ACCEPTANCE, Icon.TICK);
    }
    grid.tile(
        "technician-paper",
        Icon.PRINT,
        "technician.paper",
        () -> {
          desk.paperChanged();
          model.did(Deed.PAPER_CHANGED, "");
          word.setText(text("technician.paper.done"));
        });
    grid.tile("technician-clean", Icon.EMPTY, "technician.clean", model::clean);
    grid.page(Page.RESTART, Icon.CLOCK);
    return new VBox(32, tiles, word);
  }

  /** Tiles side by side, all of one width. */
  private final class Tiles {
    private final GridPane grid;
    private final int columns;
    private int count;

    Tiles(GridPane grid, int columns) {
      this.grid = grid;
      this.columns = columns;
    }

    void page(Page page, Icon icon) {
      tile("technician-" + page, icon, "technician.page." + page, () -> model.go(page));
    }

    void tile(String id, Icon icon, String key, Runnable action) {
      SmallTile tile = new SmallTile(id, icon, text(key), action);
      tile.setPrefWidth(560);
      GridPane.setHgrow(tile, Priority.ALWAYS);
      grid.add(tile, count % columns, count / columns);
      count++;
    }
  }

  private Region about() {
    VBox rows = new VBox(20);
    for (TechnicianDesk.Fact fact : desk.facts()) {
      String value = fact.value().isEmpty() ? text("technician.fact.unknown") : fact.value();
      rows.getChildren()
          .add(
              new VBox(
                  4,
                  ShownLabel.wrapping(text("technician.fact." + fact.key()), "row-note"),
                  ShownLabel.wrapping(value, "row-title")));
    }
    return rows;
  }

  private Region service() {
    VBox rows = new VBox(20);
    String now =
        outOfService
            .map(Reason::key)
            .map(this::text)
            .orElseGet(() -> text("technician.service.on"));
    rows.getChildren().add(ShownLabel.wrapping(text("technician.service.now", now), "sheet-text"));
    for (Reason reason : Reason.values()) {
      if (reason != Reason.NO_CONTENT) {
        rows.getChildren()
            .add(
                new PressButton(
                    "out-" + reason,
                    text("technician.service.out", text(reason.key())),
                    Weight.SECONDARY,
                    () -> takeOut(Optional.of(reason))));
      }
    }
    rows.getChildren()
        .add(
            new PressButton(
                "out-back",
                text("technician.service.back"),
                Weight.PRIMARY,
                () -> takeOut(Optional.empty())));
    return rows;
  }

  private void takeOut(Optional<Reason> reason) {
    model.did(
        reason.isPresent() ? Deed.OUT_OF_SERVICE : Deed.IN_SERVICE,
        reason.map(Reason::name).orElse(""));
    desk.outOfService(reason);
    model.go(Page.MENU);
  }

  private Region restart() {
    PressButton kiosk =
        new PressButton(
            "restart-kiosk",
            text("technician.restart.kiosk"),
            Weight.PRIMARY,
            () -> {
              model.did(Deed.RESTARTED_KIOSK, "");
              desk.restartKiosk();
            });
    PressButton machine =
        new PressButton(
            "restart-machine",
            text("technician.restart.machine"),
            Weight.DANGER,
            () -> {
              model.did(Deed.RESTARTED_MACHINE, "");
              desk.restartMachine();
            });
    return new VBox(
        32, ShownLabel.wrapping(text("technician.restart.text"), "sheet-text"), kiosk, machine);
  }
}
