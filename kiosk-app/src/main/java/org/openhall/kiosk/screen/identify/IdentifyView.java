package org.openhall.kiosk.screen.identify;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.openhall.content.store.ReleaseInfo;
import org.openhall.kiosk.screen.identify.CardReaders.Which;
import org.openhall.kiosk.screen.identify.IdentifyModel.State;
import org.openhall.kiosk.screen.receipt.PrintPanel;
import org.openhall.kiosk.screen.receipt.ReceiptText;
import org.openhall.kiosk.screen.receipt.VisitFacts;
import org.openhall.kiosk.shell.KioskContext;
import org.openhall.kiosk.shell.Orientation;
import org.openhall.kiosk.shell.Screen;
import org.openhall.kiosk.widget.Fact;
import org.openhall.kiosk.widget.FactTable;
import org.openhall.kiosk.widget.PageHeading;
import org.openhall.kiosk.widget.PressButton;
import org.openhall.kiosk.widget.PressButton.Weight;
import org.openhall.kiosk.widget.ShownLabel;
import org.openhall.kiosk.widget.TouchPane;

/** 我的凭条: the purpose notice, the card, and the receipt of this visit. */
public final class IdentifyView implements Screen {
  private static final Duration TICK = Duration.millis(250);
  private static final double GAP = 24;

  private final KioskContext context;
  private final @Nullable ReleaseInfo release;
  private final IdentifyModel model;
  private final StackPane page = new StackPane();
  private final Label countdown = new Label();
  private @Nullable State shown;
  private final Timeline clock = new Timeline(new KeyFrame(TICK, _ -> tick()));

  /**
   * The screen.
   *
   * @param readers the terminal's readers
   * @param release the release on the screen, which names the office; or null if there is none
   */
  public IdentifyView(KioskContext context, CardReaders readers, @Nullable ReleaseInfo release) {
    this.context = context;
    this.release = release;
    page.setId("identify");
    countdown.setId("identify-countdown");
    countdown.getStyleClass().add("section-title");
    model = new IdentifyModel(readers, context.session(), context.clock(), Platform::runLater);
    model.state().subscribe(this::changed);
    clock.setCycleCount(Animation.INDEFINITE);
    clock.play();
  }

  @Override
  public Region node() {
    return page;
  }

  @Override
  public void covered() {
    model.cancel();
  }

  @Override
  public void closed() {
    clock.stop();
    model.close();
  }

  private void tick() {
    model.tick();
  }

  private void changed(State now) {
    boolean counting =
        shown instanceof State.Waiting(int _, Which before)
            && now instanceof State.Waiting(int _, Which still)
            && before == still;
    shown = now;
    if (now instanceof State.Waiting(int secondsLeft, Which _)) {
      countdown.setText(context.text("identify.waiting.left", secondsLeft));
    }
    if (!counting) {
      page.getChildren().setAll(new TouchPane(content(now)));
    }
  }

  private VBox content(State state) {
    VBox content =
        switch (state) {
          case State.Purpose _ -> purpose();
          case State.Waiting(int _, Which which) -> waiting(which);
          case State.Read read -> read(read);
          case State.Failed(IdentifyModel.Trouble trouble) ->
              new VBox(new TroubleWords(context, model).state(trouble));
        };
    if (state instanceof State.Failed) {
      content.setAlignment(Pos.CENTER);
    }
    content.getStyleClass().add("page");
    return content;
  }

  private VBox purpose() {
    List<Fact> facts =
        List.of(
            new Fact(context.text("identify.purpose.who"), processor()),
            purposeFact("why"),
            new Fact(
                context.text("identify.purpose.what"),
                context.text(model.which().key("identify.purpose.what.text"))),
            purposeFact("kept"),
            purposeFact("rights"));
    VBox card = new VBox(new FactTable(facts, context.text("unstated")));
    card.getStyleClass().add("card");
    FlowPane buttons =
        new FlowPane(
            24,
            24,
            button("identify-agree", "identify.agree", Weight.PRIMARY, model::agree),
            button(
                "identify-decline",
                "identify.decline",
                Weight.SECONDARY,
                context.navigator()::home));
    return new VBox(heading(model.which().key("identify.purpose.title")), card, buttons);
  }

  private Fact purposeFact(String name) {
    String key = "identify.purpose." + name;
    return new Fact(context.text(key), context.text(key + ".text"));
  }

  private String processor() {
    if (release != null) {
      return release.office();
    }
    return context.terminal().place().isEmpty()
        ? context.text("identify.purpose.who.unnamed")
        : context.terminal().place();
  }

  private VBox waiting(Which which) {
    Label hint = new ShownLabel(context.text(which.key("identify.waiting.hint")));
    hint.getStyleClass().add("step-text");
    hint.setWrapText(true);
    hint.setMinHeight(Region.USE_PREF_SIZE);
    return arranged(
        new VBox(GAP, heading(which.key("identify.waiting.title")), hint),
        new ReaderDrawing(which, context::text),
        new VBox(
            GAP,
            countdown,
            new FlowPane(
                button("identify-cancel", "identify.cancel", Weight.SECONDARY, model::cancel))));
  }

  private VBox read(State.Read read) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(context.text("identify.read.name"), read.maskedName()));
    facts.add(new Fact(context.text("identify.read.number"), read.maskedNumber()));
    if (read.which() == Which.SOCIAL_CARD) {
      facts.add(new Fact(context.text("identify.read.card-number"), read.maskedCardNumber()));
    }
    VBox card = new VBox(new FactTable(facts, context.text("unstated")));
    card.getStyleClass().addAll("card", "masked-card");
    PrintPanel print =
        new PrintPanel(
            context,
            "identify-print",
            context.text("identify.print"),
            () -> new ReceiptText(context).visit(visit(read)));
    PageHeading heading =
        new PageHeading(
            context.text(read.which().key("identify.read.title")),
            context.text(read.which().key("identify.read.kept")));
    return arranged(
        new VBox(GAP, heading, card, print),
        pagesRead(),
        new FlowPane(button("identify-erase", "identify.erase", Weight.SECONDARY, this::erase)));
  }

  /** One below the other; where the screen lies, the middle is beside the rest, all in sight. */
  private VBox arranged(Region head, Region middle, Region end) {
    if (context.orientation() == Orientation.PORTRAIT) {
      return new VBox(head, middle, end);
    }
    GridPane halves = new GridPane(2 * GAP, 0);
    ColumnConstraints half = new ColumnConstraints();
    half.setPercentWidth(50);
    halves.getColumnConstraints().addAll(half, half);
    GridPane.setValignment(middle, VPos.TOP);
    halves.addRow(0, new VBox(GAP, head, end), middle);
    return new VBox(halves);
  }

  private VisitFacts visit(State.Read read) {
    return new VisitFacts(
        read.maskedName(), read.maskedNumber(), context.session().pages(), release);
  }

  private VBox pagesRead() {
    VBox list = new VBox(12, ShownLabel.wrapping(context.text("identify.pages"), "section-title"));
    List<String> pages = context.session().pages();
    if (pages.isEmpty()) {
      list.getChildren().add(ShownLabel.wrapping(context.text("identify.pages.none"), "step-text"));
    }
    for (int page = 0; page < pages.size(); page++) {
      list.getChildren().add(ShownLabel.wrapping((page + 1) + ". " + pages.get(page), "step-text"));
    }
    return list;
  }

  private void erase() {
    model.startAgain();
    context.navigator().home();
  }

  private PageHeading heading(String key) {
    return new PageHeading(context.text(key), null);
  }

  private PressButton button(String id, String key, Weight weight, Runnable action) {
    return new PressButton(id, context.text(key), weight, action);
  }
}
