package org.openhall.kiosk.enrol;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.openhall.device.Scanner;
import org.openhall.kiosk.agentlink.EnrolLine;
import org.openhall.kiosk.shell.Language;
import org.openhall.kiosk.shell.Messages;
import org.openhall.kiosk.widget.PressButton;
import org.openhall.kiosk.widget.PressButton.Weight;
import org.openhall.kiosk.widget.ShownLabel;
import org.openhall.kiosk.widget.TouchPane;

/** The pages of an enrolment over all that citizens would see. */
public final class EnrolOverlay extends StackPane {
  private final Messages words;
  private final EnrolModel model;
  private final ScanDesk scan;
  private final EnrolPages pages;
  private final Label title = new ShownLabel("");
  private final Label what = new ShownLabel("");
  private final PressButton language;
  private final BorderPane frame = new BorderPane();

  /**
   * Pages that are seen; {@link #setVisible} hides them.
   *
   * @param first the language at the beginning
   * @param agent does it
   * @param nanoTime nanoseconds that only grow
   * @param screen runs what is to happen on the screen's thread
   * @param finish what follows when the terminal has joined
   */
  public EnrolOverlay(
      Language first, EnrolLine agent, LongSupplier nanoTime, Executor screen, Runnable finish) {
    this(first, new EnrolModel(agent::ask, nanoTime, finish), screen);
  }

  EnrolOverlay(Language first, EnrolModel model, Executor screen) {
    this.words = new Messages(first); // a visit's end must not change it
    this.model = model;
    scan = new ScanDesk(model, screen);
    pages = new EnrolPages(words, model, scan);
    language = new PressButton("enrol-language", "", Weight.SECONDARY, this::otherLanguage);
    setId("enrolment");
    getStyleClass().add("technician");
    frame.setTop(head());
    getChildren().add(frame);
    addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> model.touched());
    model.touched();
    model.state().subscribe(this::show);
  }

  private HBox head() {
    title.getStyleClass().add("technician-title");
    what.getStyleClass().add("technician-role");
    VBox names = new VBox(title, what);
    HBox.setHgrow(names, Priority.ALWAYS);
    HBox head = new HBox(20, names, language);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("technician-head");
    return head;
  }

  /** Hears what a keyboard types that somebody has plugged in. */
  public void listen(Scene scene) {
    scene.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
    scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
  }

  private void typed(KeyEvent event) {
    if (isVisible() && event.getCharacter().length() == 1) {
      model.touched();
      char key = event.getCharacter().charAt(0);
      if (key > ' ' && key < 127) {
        model.type(key);
      }
    }
  }

  private void pressed(KeyEvent event) {
    if (isVisible() && event.getCode() == KeyCode.BACK_SPACE) {
      model.backspace();
    } else if (isVisible() && event.getCode() == KeyCode.ENTER) {
      model.next();
    }
  }

  /** The terminal's scanner has been found, or none. */
  public void connect(Optional<Scanner> scanner) {
    scan.connect(scanner);
    show(model.state().get());
  }

  /** Looks at the time; called a few times a second. */
  public void tick() {
    if (isVisible()) {
      model.tick();
      scan.follow();
    }
  }

  private void otherLanguage() {
    words.speak(words.language().get().other());
    show(model.state().get());
  }

  private void show(EnrolState state) {
    EnrolPages.Page page = pages.of(state);
    title.setText(page.title());
    what.setText(words.text("enrol.what"));
    language.setText(words.text("language.other"));
    VBox body = new VBox(32);
    body.getChildren().addAll(page.body());
    body.getStyleClass().add("technician-body");
    frame.setCenter(new TouchPane(body));
    HBox buttons = new HBox(20);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    buttons.getStyleClass().add("technician-foot");
    buttons.getChildren().addAll(page.buttons());
    VBox foot = new VBox();
    foot.getChildren().addAll(page.keys());
    foot.getChildren().add(buttons);
    frame.setBottom(foot);
    buttons.setMinHeight(Region.USE_PREF_SIZE);
  }
}
