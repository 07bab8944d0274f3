package org.openhall.kiosk.screen.takeaway;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.openhall.device.Receipt;
import org.openhall.kiosk.screen.receipt.PrintPanel;
import org.openhall.kiosk.screen.receipt.ReceiptText;
import org.openhall.kiosk.shell.KioskContext;
import org.openhall.kiosk.shell.Orientation;
import org.openhall.kiosk.widget.Icon;
import org.openhall.kiosk.widget.PressButton;
import org.openhall.kiosk.widget.PressButton.Weight;
import org.openhall.kiosk.widget.ShownLabel;
import org.openhall.link.event.UsageKind;

/** Over a page: its codes one at a time, and its print with the length said before. */
final class TakeawaySheet extends StackPane {
  /** Pixels that a code may be wide: upright, and on lying screens, which are lower. */
  private static final int WIDEST = 735;

  private static final int WIDEST_LYING = 630;

  private final KioskContext context;
  private final TakeawayModel model;
  private final StackPane picture = new StackPane();
  private final Label number = new Label();
  private boolean link;

  TakeawaySheet(KioskContext context, TakeawayModel model, Runnable close) {
    this.context = context;
    this.model = model;
    setId("takeaway-sheet");
    getStyleClass().add("takeaway");
    picture.setMinSize(widest(), widest());
    picture.setMaxSize(widest(), widest());
    getChildren().add(laidOut(heading(close)));
    model.shown().subscribe(_ -> showText());
    context.session().used(UsageKind.CODES_SHOWN);
  }

  private int widest() {
    return upright() ? WIDEST : WIDEST_LYING;
  }

  private boolean upright() {
    return context.orientation() == Orientation.PORTRAIT;
  }

  /** Upright one below the other; lying, where height is short, all but the code beside it. */
  private Region laidOut(Region heading) {
    VBox ways = new VBox(24, scanning(), printing());
    ways.setAlignment(Pos.CENTER_LEFT);
    if (upright()) {
      VBox code = new VBox(16, picture, turning());
      code.setAlignment(Pos.CENTER);
      return page(20, heading, code, ways);
    }
    ways.getChildren().add(0, turning());
    HBox.setHgrow(ways, Priority.ALWAYS);
    HBox both = new HBox(64, picture, ways);
    both.setAlignment(Pos.CENTER_LEFT);
    return page(8, heading, both);
  }

  private static Region page(double gap, Region... parts) {
    VBox page = new VBox(gap, parts);
    page.getStyleClass().add("takeaway-page");
    return page;
  }

  private Region heading(Runnable close) {
    Label title = ShownLabel.wrapping(context.text("takeaway.title"), "takeaway-title");
    Label of = new ShownLabel(model.page().title());
    of.getStyleClass().add("takeaway-of");
    VBox words = new VBox(4, title, of);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    PressButton back =
        new PressButton("takeaway-close", context.text("takeaway.close"), Weight.SECONDARY, close)
            .withIcon(Icon.BACK);
    back.setMinWidth(USE_PREF_SIZE);
    HBox heading = new HBox(24, words, back);
    heading.setAlignment(Pos.CENTER_LEFT);
    return heading;
  }

  /** Previous, n/m, next; nothing to turn where there is one code. */
  private Region turning() {
    number.setId("takeaway-number");
    number.getStyleClass().add("takeaway-number");
    HBox bar = new HBox(32, number);
    if (model.codes().texts().size() > 1) {
      bar.getChildren().add(0, turn("takeaway-previous", model::previous));
      bar.getChildren().add(turn("takeaway-next", model::next));
    }
    bar.setAlignment(upright() ? Pos.CENTER : Pos.CENTER_LEFT);
    return bar;
  }

  private PressButton turn(String id, Runnable action) {
    return new PressButton(id, context.text(id), Weight.SECONDARY, () -> {})
        .forEveryPress(() -> {
          link = false;
          action.run();
          showText();
        });
  }

  private Region scanning() {
    VBox scanning =
        new VBox(12, ShownLabel.wrapping(context.text("takeaway.scan"), "takeaway-way"));
    scanning.getChildren().add(ShownLabel.wrapping(extent(), "takeaway-note"));
    String url = model.page().source().url();
    if (url != null && !url.isEmpty()) {
      PressButton original =
          new PressButton(
              "takeaway-link", context.text("takeaway.link"), Weight.SECONDARY, () -> {});
      original.forEveryPress(() -> showLink(url));
      original.setMaxWidth(USE_PREF_SIZE);
      scanning.getChildren().add(original);
    }
    return scanning;
  }

  private String extent() {
    return context.text("takeaway.extent." + model.codes().extent(), model.codes().texts().size());
  }

  private void showText() {
    show("takeaway-code", model.text());
    int all = model.codes().texts().size();
    number.setText(context.text("takeaway.number", model.shown().get() + 1, all));
  }

  /** The address instead of the text, and back. */
  private void showLink(String url) {
    link = !link;
    if (link) {
      show("takeaway-code-link", url);
      number.setText(context.text("takeaway.number.link"));
    } else {
      showText();
    }
  }

  private void show(String id, String text) {
    ImageView code = QrPicture.of(text, widest());
    code.setId(id);
    picture.getChildren().setAll(code);
  }

  private Region printing() {
    Receipt receipt = receipt();
    Label length = ShownLabel.wrapping("", "takeaway-note");
    length.setId("takeaway-length");
    context.desk().millimetres(receipt).subscribe(it -> sayLength(length, it.intValue()));
    PrintPanel panel =
        new PrintPanel(context, "takeaway-print", context.text("takeaway.print"), this::receipt);
    return new VBox(
        12, ShownLabel.wrapping(context.text("takeaway.paper"), "takeaway-way"), length, panel);
  }

  private Receipt receipt() {
    return new PageReceipt(context.words(), new ReceiptText(context)).of(model);
  }

  private void sayLength(Label length, int millimetres) {
    if (!context.desk().hasPrinter()) {
      length.setText(context.text("print.none"));
    } else if (millimetres > 0) {
      length.setText(lengthWords(millimetres));
    }
  }

  private String lengthWords(int millimetres) {
    int seconds = TakeawayModel.seconds(millimetres);
    String time =
        TakeawayModel.inMinutes(seconds)
            ? context.text("takeaway.minutes", TakeawayModel.minutes(seconds))
            : context.text("takeaway.seconds", seconds);
    return context.text("takeaway.length", TakeawayModel.centimetres(millimetres), time);
  }
}
