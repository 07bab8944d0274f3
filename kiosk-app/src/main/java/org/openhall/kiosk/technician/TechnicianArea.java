package org.openhall.kiosk.technician;

import java.util.Optional;
import java.util.function.LongSupplier;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.openhall.kiosk.shell.KioskContext;
import org.openhall.kiosk.technician.TechnicianModel.Page;
import org.openhall.kiosk.technician.TechnicianModel.State;

/** The service area over the citizens' screens, and the screen that says that nobody is served. */
public final class TechnicianArea {
  private final KioskContext context;
  private final TechnicianModel model;
  private final Knock knock;
  private final OutOfServiceOverlay outOfService;
  private final CleaningOverlay cleaning;
  private final PinPad pad;
  private final TechnicianPages pages;
  private final StackPane area = new StackPane();
  private final StackPane node;
  private Optional<Page> shown = Optional.empty();

  /**
   * An area that is closed.
   *
   * @param nanoTime nanoseconds that only grow
   * @param contact whom citizens may call, and when
   */
  public TechnicianArea(
      KioskContext context, TechnicianDesk desk, LongSupplier nanoTime, Contact contact) {
    this.context = context;
    model = new TechnicianModel(desk, nanoTime);
    knock = new Knock(nanoTime);
    outOfService = new OutOfServiceOverlay(context.words(), contact);
    cleaning = new CleaningOverlay(context.words());
    pad = new PinPad(context.words(), model);
    pages = new TechnicianPages(context, model, desk);
    area.setId("technician-area");
    area.getStyleClass().add("technician");
    area.setVisible(false);
    node = new StackPane(outOfService, area);
    node.setPickOnBounds(false);
    model.state().subscribe(this::show);
    context.words().language().addListener((_, _, _) -> say());
  }

  /**
   * Whom citizens may call while the terminal is out of service.
   *
   * @param hotline a telephone number, or empty
   * @param hours when somebody answers, or empty
   */
  public record Contact(String hotline, String hours) {}

  /** Lies over everything. */
  public Region node() {
    return node;
  }

  /** Hears the gesture, and what is typed, in this scene. */
  public void listen(Scene scene) {
    scene.addEventFilter(MouseEvent.ANY, this::mouse);
    scene.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    scene.addEventFilter(InputEvent.ANY, this::whileCleaning);
  }

  /** Nobody is served for this reason, or everybody again. */
  public void outOfService(Optional<Reason> reason) {
    if (reason.isPresent() && !outOfService.isVisible() && !model.isOpen()) {
      context.session().end();
    }
    outOfService.show(reason);
    pages.outOfService(reason);
  }

  /** Looks at the time; called a few times a second. */
  public void tick() {
    if (knock.heard()) {
      open();
    }
    model.tick();
  }

  /** Opens the area, as the gesture does. A visit that is under way ends first. */
  public void open() {
    if (!model.isOpen()) {
      context.session().end();
      model.knock();
    }
  }

  /** Closes it, and serves everybody again, as far as this program goes. */
  public void close() {
    model.leave();
    outOfService(Optional.empty());
  }

  private void mouse(MouseEvent event) {
    Point2D at = node.sceneToLocal(event.getSceneX(), event.getSceneY());
    if (event.getEventType() == MouseEvent.MOUSE_PRESSED) {
      knock.pressed(at.getX(), at.getY());
      model.touched();
    } else if (event.getEventType() == MouseEvent.MOUSE_DRAGGED) {
      knock.moved(at.getX(), at.getY());
      model.touched();
    } else if (event.getEventType() == MouseEvent.MOUSE_RELEASED) {
      knock.released();
    }
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.F12 && event.isControlDown() && event.isShiftDown()) {
      open();
      event.consume();
    } else if (model.isOpen()) {
      model.touched();
      typed(event);
      event.consume();
    }
  }

  private void typed(KeyEvent event) {
    boolean typing = model.state().get() instanceof State.Typing;
    if (event.getCode() == KeyCode.ESCAPE && !(model.state().get() instanceof State.Cleaning)) {
      model.leave();
    } else if (typing && event.getCode() == KeyCode.ENTER) {
      model.enter();
    } else if (typing && event.getCode() == KeyCode.BACK_SPACE) {
      model.clear();
    } else if (typing && event.getText().matches("\\d")) {
      model.digit(event.getText().charAt(0));
    }
  }

  /** A wet cloth presses nothing. */
  private void whileCleaning(InputEvent event) {
    if (model.state().get() instanceof State.Cleaning) {
      event.consume();
    }
  }

  private void show(State state) {
    switch (state) {
      case State.Closed _ -> {
        area.getChildren().clear();
        shown = Optional.empty();
      }
      case State.Typing typing -> {
        pad.show(typing);
        only(pad);
      }
      case State.Open open -> open(open.role(), open.page());
      case State.Cleaning now -> {
        cleaning.show(now.secondsLeft());
        only(cleaning);
      }
    }
    area.setVisible(!(state instanceof State.Closed));
  }

  private void open(Role role, Page page) {
    if (shown.filter(page::equals).isEmpty()) {
      only(pages.page(role, page));
      shown = Optional.of(page);
    }
  }

  private void only(Region part) {
    if (!(model.state().get() instanceof State.Open)) {
      shown = Optional.empty();
    }
    if (area.getChildren().size() != 1 || !area.getChildren().getFirst().equals(part)) {
      area.getChildren().setAll(part);
    }
  }

  private void say() {
    outOfService.say();
    pad.say();
    cleaning.say();
    shown = Optional.empty();
    show(model.state().get());
  }
}
