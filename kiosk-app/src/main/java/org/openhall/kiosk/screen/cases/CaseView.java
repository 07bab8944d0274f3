package org.openhall.kiosk.screen.cases;

import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.openhall.device.Scanner;
import org.openhall.kiosk.screen.cases.CaseModel.Hint;
import org.openhall.kiosk.screen.cases.CaseModel.State;
import org.openhall.kiosk.shell.KioskContext;
import org.openhall.kiosk.shell.Orientation;
import org.openhall.kiosk.shell.Screen;
import org.openhall.kiosk.widget.EmptyState;
import org.openhall.kiosk.widget.Icon;
import org.openhall.kiosk.widget.InputPad;
import org.openhall.kiosk.widget.PadLayout;
import org.openhall.kiosk.widget.PageHeading;
import org.openhall.kiosk.widget.Palette;
import org.openhall.kiosk.widget.PressButton;
import org.openhall.kiosk.widget.PressButton.Weight;
import org.openhall.kiosk.widget.ShownLabel;
import org.openhall.kiosk.widget.TouchPane;

/** 查询办件: a number, typed or held to the scanner, and what the office says. */
public final class CaseView implements Screen {
  private static final double GAP = 24;

  private final KioskContext context;
  private final CaseModel model;
  private final StackPane page = new StackPane();
  private final Label hint = new ShownLabel("");
  private final InputPad keys;
  private final Region entry;

  /**
   * The screen.
   *
   * @param scanner the terminal's scanner, or empty where it has none
   * @param desk asks the office
   */
  public CaseView(KioskContext context, Optional<Scanner> scanner, CaseDesk desk) {
    this.context = context;
    page.setId("cases");
    model =
        new CaseModel(
            new CaseModel.Parts(
                scanner,
                desk,
                new SlipSearch(context.content()),
                context.navigator()::go,
                Platform::runLater));
    keys = new InputPad(context.inputMethod(), target(), context::text);
    keys.show(PadLayout.DIGITS);
    hint.setId("cases-hint");
    hint.getStyleClass().add("step-text");
    hint.setWrapText(true);
    entry = entry();
    page.setFocusTraversable(true);
    page.addEventHandler(KeyEvent.KEY_TYPED, this::keyTyped);
    page.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
    page.sceneProperty()
        .subscribe(scene -> {
          if (scene == null) {
            model.hidden();
          } else {
            model.shown();
            page.requestFocus();
          }
        });
    model.state().subscribe(this::show);
  }

  @Override
  public Region node() {
    return page;
  }

  @Override
  public void covered() {
    model.hidden();
  }

  @Override
  public void closed() {
    keys.clear();
    model.closed();
  }

  private InputPad.Target target() {
    return new InputPad.Target() {
      @Override
      public void type(String text) {
        model.type(text);
      }

      @Override
      public void compose(String letters, String likely) {
        // numbers are not composed
      }

      @Override
      public void backspace() {
        model.backspace();
      }

      @Override
      public void clear() {
        model.clear();
      }
    };
  }

  /** A keyboard that someone has plugged in. */
  private void keyTyped(KeyEvent event) {
    String text = event.getCharacter();
    if (!text.isEmpty() && text.codePoints().noneMatch(Character::isISOControl)) {
      keys.type(text);
    }
  }

  private void keyPressed(KeyEvent event) {
    if (event.getCode() == KeyCode.BACK_SPACE) {
      keys.backspace();
    } else if (event.getCode() == KeyCode.ENTER && model.state().get() instanceof State.Entry) {
      model.submit();
    }
  }

  private Region entry() {
    VBox words = new VBox(GAP, heading(), hint);
    if (model.scans()) {
      words.getChildren().add(1, scanning());
    }
    words.getStyleClass().add("page");
    HBox line = new HBox(GAP, field(), submit());
    line.setAlignment(Pos.CENTER);
    line.getStyleClass().add("search-head");
    if (context.orientation() == Orientation.PORTRAIT) {
      TouchPane above = new TouchPane(words);
      VBox.setVgrow(above, Priority.ALWAYS);
      return new VBox(above, line, keys);
    }
    VBox left = new VBox(line, keys);
    left.getStyleClass().add("search-left");
    TouchPane beside = new TouchPane(words);
    HBox.setHgrow(beside, Priority.ALWAYS);
    return new HBox(left, beside);
  }

  private PageHeading heading() {
    return new PageHeading(context.text("cases.title"), context.text("cases.purpose"));
  }

  private Region scanning() {
    Label words = ShownLabel.wrapping(context.text("cases.scan"), "step-text");
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox card = new HBox(32, Icon.SCAN.node(120, Palette.BLUE), words);
    card.setAlignment(Pos.CENTER_LEFT);
    card.getStyleClass().add("card");
    return card;
  }

  private Region field() {
    Label typed = new Label();
    typed.setId("cases-typed");
    typed.getStyleClass().add("search-typed");
    typed.textProperty().bind(model.typed());
    typed.managedProperty().bind(typed.textProperty().isNotEmpty());
    Label prompt = new ShownLabel(context.text("cases.prompt"));
    prompt.getStyleClass().add("search-prompt");
    prompt.visibleProperty().bind(model.typed().isEmpty());
    prompt.managedProperty().bind(prompt.visibleProperty());
    HBox field = new HBox(typed, prompt);
    field.setId("cases-field");
    field.setAlignment(Pos.CENTER_LEFT);
    field.getStyleClass().add("search-field");
    field.setMinWidth(0);
    HBox.setHgrow(field, Priority.ALWAYS);
    return field;
  }

  private PressButton submit() {
    return new PressButton(
        "cases-submit", context.text("cases.submit"), Weight.PRIMARY, model::submit);
  }

  private void show(State state) {
    page.getChildren()
        .setAll(
            switch (state) {
              case State.Entry(Hint about) -> entry(about);
              case State.Asking _ -> said(Icon.CLOCK, "asking", "cases.cancel");
              case State.Answered(String words) -> answered(words);
              case State.Unanswered(CaseModel.Why why) ->
                  said(Icon.ALERT, why.name(), "cases.again");
            });
  }

  private Region entry(Hint about) {
    hint.setText(about == Hint.NONE ? "" : context.text("cases.hint." + about.name()));
    hint.setVisible(about != Hint.NONE);
    hint.setManaged(about != Hint.NONE);
    return entry;
  }

  private Region said(Icon icon, String key, String button) {
    return new EmptyState(
        icon,
        context.text("cases." + key + ".title"),
        context.text("cases." + key + ".hint"),
        again(button, Weight.PRIMARY));
  }

  private Region answered(String words) {
    VBox answer = new VBox(GAP, ShownLabel.wrapping(words, "step-text"));
    answer.setId("cases-answer");
    answer.getStyleClass().add("card");
    VBox all =
        new VBox(
            GAP,
            new PageHeading(context.text("cases.answer"), context.text("cases.answer.note")),
            answer,
            new FlowPane(GAP, GAP, again("cases.again", Weight.PRIMARY)));
    all.getStyleClass().add("page");
    return new TouchPane(all);
  }

  private PressButton again(String key, Weight weight) {
    return new PressButton("cases-again", context.text(key), weight, model::again);
  }
}
