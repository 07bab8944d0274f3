package org.openhall.kiosk.enrol;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.openhall.kiosk.enrol.EnrolState.Hint;
import org.openhall.kiosk.shell.Language;
import org.openhall.kiosk.shell.Messages;
import org.openhall.kiosk.widget.Icon;
import org.openhall.kiosk.widget.Palette;
import org.openhall.kiosk.widget.PressButton;
import org.openhall.kiosk.widget.PressButton.Weight;
import org.openhall.kiosk.widget.ShownLabel;
import org.openhall.link.message.EnrolmentCheck;
import org.openhall.link.message.TwoTongues;

/** What stands on the pages of an enrolment; each is made anew when the state changes. */
final class EnrolPages {
  private final Messages words;
  private final EnrolModel model;
  private final ScanDesk scan;

  EnrolPages(Messages words, EnrolModel model, ScanDesk scan) {
    this.words = words;
    this.model = model;
    this.scan = scan;
  }

  /**
   * A page.
   *
   * @param keys below it, or empty
   * @param buttons at its foot
   */
  record Page(String title, List<? extends Node> body, List<CodeKeys> keys, List<Node> buttons) {}

  Page of(EnrolState state) {
    return switch (state) {
      case EnrolState.Welcome _ ->
          page(
              "welcome",
              List.of(text("enrol.welcome.text")),
              primary("enrol-begin", "enrol.begin", model::begin));
      case EnrolState.BrokenOff(String office) ->
          page(
              "broken-off",
              List.of(text("enrol.broken-off.text", office)),
              secondary("enrol-forget", "enrol.forget", model::forgetBrokenOff),
              primary("enrol-go-on", "enrol.go-on", model::goOn));
      case EnrolState.Checks checks -> checks(checks);
      case EnrolState.Address address -> address(address);
      case EnrolState.Token token -> token(token);
      case EnrolState.Meeting _ -> page("meeting", List.of(text("enrol.meeting.text")), back());
      case EnrolState.Compare compare -> compare(compare);
      case EnrolState.Differs(String office) ->
          page(
              "differs",
              List.of(text("enrol.differs.text", office)),
              primary("enrol-leave", "enrol.leave", model::leave));
      case EnrolState.Joining _ -> page("joining", List.of(text("enrol.joining.text")));
      case EnrolState.Failed failed -> failed(failed);
      case EnrolState.Done done -> done(done);
    };
  }

  private Page page(String name, List<? extends Node> body, Node... buttons) {
    return new Page(words.text("enrol.title." + name), body, List.of(), List.of(buttons));
  }

  private Page checks(EnrolState.Checks checks) {
    VBox rows = new VBox(20);
    checks.shown().forEach(check -> rows.getChildren().add(row(check)));
    if (checks.isAgentAway()) {
      rows.getChildren().add(text("enrol.checks.no-agent"));
    } else if (checks.checks().isEmpty()) {
      rows.getChildren().add(text("enrol.checks.looking"));
    }
    PressButton next = primary("enrol-next", "enrol.next", model::next);
    next.setDisable(checks.isOfOffice() || !checks.isWell());
    return page("checks", List.of(text("enrol.checks.text"), rows), back(), next);
  }

  private HBox row(EnrolmentCheck check) {
    Node sign =
        switch (check.state()) {
          case WELL -> Icon.TICK.node(48, Palette.GREEN);
          case WRONG -> Icon.ALERT.node(48, Palette.RED);
          case OPEN -> Icon.CLOCK.node(48, Palette.GREY);
        };
    Label name = new ShownLabel(words.text("enrol.check." + check.item()));
    name.getStyleClass().add("row-title");
    VBox text = new VBox(4, name, ShownLabel.wrapping(say(check.words()), "sheet-text"));
    HBox.setHgrow(text, Priority.ALWAYS);
    HBox row = new HBox(24, sign, text);
    row.setId("check-" + check.item() + "-" + check.state());
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("row");
    return row;
  }

  private String say(TwoTongues said) {
    return words.language().get() == Language.ENGLISH ? said.en() : said.zh();
  }

  private Page address(EnrolState.Address address) {
    Label typed = new ShownLabel(address.typed().isEmpty() ? "—" : address.typed());
    typed.setId("enrol-address");
    typed.getStyleClass().addAll("enrol-typed", "enrol-line");
    typed.setWrapText(true);
    PressButton next = primary("enrol-next", "enrol.next", model::next);
    next.setDisable(address.typed().isEmpty());
    return new Page(
        words.text("enrol.title.address"),
        List.of(
            text(scan.isThere() ? "enrol.address.scan" : "enrol.address.type"),
            typed,
            hint(address.hint())),
        List.of(CodeKeys.ofAddress(model, words)),
        List.of(back(), next));
  }

  private Node hint(Hint hint) {
    return hint == Hint.NONE
        ? new Region()
        : red("enrol.hint." + hint.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  private Page token(EnrolState.Token token) {
    TypedToken typed = token.typed();
    FlowPane groups = new FlowPane(16, 16);
    groups.setId("enrol-token");
    groups.getChildren().add(group(TypedToken.PREFIX, false));
    for (int i = 0; i < TypedToken.DIGITS / TypedToken.GROUP; i++) {
      boolean isNext = i == typed.group() && typed.look() == TypedToken.Look.UNFINISHED;
      groups.getChildren().add(group(typed.group(i), isNext));
    }
    Node look =
        switch (typed.look()) {
          case UNFINISHED -> text("enrol.token.left", TypedToken.DIGITS - typed.text().length());
          case WHOLE -> green("enrol.token.whole");
          case SLIP -> red("enrol.token.slip");
        };
    PressButton next = primary("enrol-next", "enrol.next", model::next);
    next.setDisable(typed.look() != TypedToken.Look.WHOLE);
    return new Page(
        words.text("enrol.title.token"),
        List.of(
            text(scan.isThere() ? "enrol.token.scan" : "enrol.token.type"),
            groups,
            token.hint() == Hint.NONE ? look : hint(token.hint())),
        List.of(CodeKeys.ofToken(model, words)),
        List.of(back(), next));
  }

  private static Label group(String text, boolean isNext) {
    Label group = new ShownLabel(text.isEmpty() ? "····" : text);
    group.getStyleClass().addAll("enrol-typed", "enrol-group");
    if (isNext) {
      group.getStyleClass().add("enrol-next-group");
    }
    return group;
  }

  private Page compare(EnrolState.Compare compare) {
    return page(
        "compare",
        List.of(
            text("enrol.compare.text", compare.met().office()),
            fingerprint("enrol.trust", "enrol-trust", compare.met().trust()),
            text("enrol.compare.how"),
            fingerprint("enrol.key", "enrol-key", compare.met().key()),
            text("enrol.compare.key")),
        back(),
        new PressButton(
            "enrol-differs", words.text("enrol.differs"), Weight.DANGER, model::differs),
        primary("enrol-same", "enrol.same", model::same));
  }

  private VBox fingerprint(String name, String id, String grouped) {
    HBox groups = new HBox(16);
    groups.setId(id);
    for (String group : grouped.split("-", -1)) {
      groups.getChildren().add(group(group, false));
    }
    return new VBox(8, ShownLabel.wrapping(words.text(name), "row-title"), groups);
  }

  private Page failed(EnrolState.Failed failed) {
    Label said = ShownLabel.wrapping(say(failed.words()), "sheet-text");
    said.setId("enrol-trouble");
    PressButton again =
        failed.isForAgain()
            ? primary("enrol-again", "enrol.again", model::again)
            : primary("enrol-anew", "enrol.anew", model::anew);
    return page(
        "failed",
        List.of(sign(Icon.ALERT, Palette.RED), said),
        secondary("enrol-leave", "enrol.leave", model::leave),
        again);
  }

  private static HBox sign(Icon icon, Color colour) {
    return new HBox(icon.node(112, colour));
  }

  private Page done(EnrolState.Done done) {
    return page(
        "done",
        List.of(
            sign(Icon.TICK, Palette.GREEN),
            text("enrol.done.text", done.joined().officeName(), done.joined().terminalId()),
            fingerprint("enrol.key", "enrol-key", done.joined().key()),
            text("enrol.done.key")),
        primary("enrol-finish", "enrol.finish", model::finish));
  }

  private Label text(String key, Object... about) {
    return ShownLabel.wrapping(words.text(key, about), "sheet-text");
  }

  private Label red(String key) {
    return ShownLabel.wrapping(words.text(key), "enrol-wrong");
  }

  private Label green(String key) {
    return ShownLabel.wrapping(words.text(key), "enrol-well");
  }

  private PressButton primary(String id, String key, Runnable action) {
    return new PressButton(id, words.text(key), Weight.PRIMARY, action);
  }

  private PressButton secondary(String id, String key, Runnable action) {
    return new PressButton(id, words.text(key), Weight.SECONDARY, action);
  }

  private PressButton back() {
    return secondary("enrol-back", "enrol.back", model::back);
  }
}
