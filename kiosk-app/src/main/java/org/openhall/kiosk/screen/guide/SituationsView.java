package org.openhall.kiosk.screen.guide;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.openhall.content.ServiceGuide;
import org.openhall.content.Situation;
import org.openhall.kiosk.screen.browse.LoadedPane;
import org.openhall.kiosk.screen.guide.GuideSection.Kind;
import org.openhall.kiosk.screen.guide.GuideSection.Line;
import org.openhall.kiosk.screen.receipt.OwnMaterials;
import org.openhall.kiosk.screen.receipt.PrintPanel;
import org.openhall.kiosk.screen.receipt.ReceiptText;
import org.openhall.kiosk.screen.takeaway.TakeawayPane;
import org.openhall.kiosk.screen.takeaway.TakenPage;
import org.openhall.kiosk.shell.Destination;
import org.openhall.kiosk.shell.KioskContext;
import org.openhall.kiosk.shell.Screen;
import org.openhall.kiosk.widget.Badge;
import org.openhall.kiosk.widget.Chip;
import org.openhall.kiosk.widget.ChipBar;
import org.openhall.kiosk.widget.Icon;
import org.openhall.kiosk.widget.PageHeading;
import org.openhall.kiosk.widget.Palette;
import org.openhall.kiosk.widget.PressButton;
import org.openhall.kiosk.widget.ShownLabel;
import org.openhall.kiosk.widget.Tap;
import org.openhall.kiosk.widget.TouchPane;

/** The questions of a guide (情形), one at a time, and the person's own list at their end. */
public final class SituationsView implements Screen {
  private final KioskContext context;
  private final SituationsModel model;
  private final Region node;

  /** Begins with the first question. */
  public SituationsView(KioskContext context, Destination.Situations destination) {
    this.context = context;
    model = new SituationsModel(context.content(), destination.guideId());
    node = new LoadedPane<>(context, model.page(), this::page);
    node.setId("situations");
    node.getStyleClass().add("guide-page");
  }

  @Override
  public Region node() {
    return node;
  }

  @Override
  public ObservableValue<String> pageTitle() {
    return model.page().map(state -> state.title(this::titleOf));
  }

  private String titleOf(SituationsModel.Page page) {
    return page instanceof SituationsModel.Page.Done(OwnCase own, var _)
        ? context.text("own.title.of", own.guide().title())
        : "";
  }

  private Region page(SituationsModel.Page page) {
    return switch (page) {
      case SituationsModel.Page.Asking asking -> asking(asking);
      case SituationsModel.Page.Done done -> done(done);
    };
  }

  private Region asking(SituationsModel.Page.Asking asking) {
    Situation question = asking.question();
    VBox content =
        new VBox(
            label(asking.own().guide().title(), "page-subtitle"),
            label(context.text("own.progress", asking.number(), asking.most()), "ask-progress"),
            label(question.question(), "ask-question"));
    content.getStyleClass().add("page");
    if (question.hint() != null) {
      content.getChildren().add(label(question.hint(), "ask-hint"));
    }
    VBox choices = new VBox(24);
    question.choices().forEach(choice -> choices.getChildren().add(choice(choice)));
    content.getChildren().add(choices);
    if (model.canGoBack()) {
      content.getChildren().add(back());
    }
    return new TouchPane(content);
  }

  private Region choice(Situation.Choice choice) {
    Label words = label(choice.label(), "ask-choice-words");
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox box = new HBox(24, words, Icon.FORWARD.node(48, Palette.BLUE));
    box.setId("choice-" + choice.id());
    box.setAlignment(Pos.CENTER_LEFT);
    box.getStyleClass().add("ask-choice");
    Tap.on(box, () -> model.answer(choice.id()));
    return box;
  }

  private Region back() {
    PressButton back =
        new PressButton(
                "own-back", context.text("own.back"), PressButton.Weight.SECONDARY, model::back)
            .withIcon(Icon.BACK);
    back.setMaxWidth(Region.USE_PREF_SIZE);
    return back;
  }

  private Region done(SituationsModel.Page.Done done) {
    ServiceGuide guide = done.own().guide();
    VBox content = new VBox(heading(guide), answers(done.own()));
    content.getStyleClass().addAll("guide-content", "own-content");
    SectionNodes nodes = new SectionNodes(context, null);
    sections(done.own()).forEach(section -> content.getChildren().add(nodes.node(section)));
    TouchPane pane = new TouchPane(content);
    VBox.setVgrow(pane, Priority.ALWAYS);
    TakeawayPane taking = new TakeawayPane(context);
    Region print = print(done);
    HBox.setHgrow(print, Priority.ALWAYS);
    HBox bar = new HBox(24, print, taking.button(() -> taken(done)));
    bar.getStyleClass().add("guide-bar");
    return taking.show(new VBox(pane, bar));
  }

  private Region heading(ServiceGuide guide) {
    PageHeading heading = new PageHeading(context.text("own.title"), guide.title());
    HBox.setHgrow(heading, Priority.ALWAYS);
    HBox line = new HBox(24, heading);
    if (guide.header().origin().sample()) {
      line.getChildren().add(new Badge(context.text("browse.sample")));
    }
    return line;
  }

  /** What was answered; a touch asks it again. */
  private Region answers(OwnCase own) {
    List<Chip> chips = new ArrayList<>();
    own.answers()
        .forEach((question, choice) ->
            chips.add(
                new Chip(
                    "answer-" + question,
                    own.sentence(question, choice),
                    context.text("own.change"),
                    false,
                    () -> model.change(question))));
    ChipBar bar = new ChipBar();
    bar.setChips(chips);
    return bar;
  }

  private List<GuideSection> sections(OwnCase own) {
    return List.of(
        GuideSection.section(
            Kind.MATERIALS, own.materials(), it -> new Line.Material(it, List.of())),
        GuideSection.section(Kind.FEES, own.fees(), it -> new Line.Fee(it, List.of())),
        GuideSection.section(Kind.STEPS, own.steps(), it -> new Line.Step(it, List.of())),
        GuideSection.section(Kind.WINDOWS, own.guide().windows(), Line.Window::new));
  }

  private Region print(SituationsModel.Page.Done done) {
    ReceiptText text = new ReceiptText(context);
    PrintPanel panel =
        new PrintPanel(
            context,
            "own-print",
            context.text("own.print"),
            () -> text.materials(materials(done.own()), done.release()));
    return panel;
  }

  private TakenPage taken(SituationsModel.Page.Done done) {
    return new GuideText(context).taken(materials(done.own()), done.release());
  }

  private static OwnMaterials materials(OwnCase own) {
    return new OwnMaterials(own.guide(), own.materials(), own.fees(), own.sentences());
  }

  private static Label label(String text, String style) {
    Label label = ShownLabel.wrapping(text, style);
    label.setMaxWidth(Double.MAX_VALUE);
    return label;
  }
}
