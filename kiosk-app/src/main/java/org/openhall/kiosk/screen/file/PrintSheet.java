package org.openhall.kiosk.screen.file;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.openhall.content.Attachment;
import org.openhall.device.PagePrinter.PageOutcome;
import org.openhall.kiosk.desk.PageDesk;
import org.openhall.kiosk.desk.PageOffer;
import org.openhall.kiosk.desk.PageState;
import org.openhall.kiosk.shell.KioskContext;
import org.openhall.kiosk.widget.Icon;
import org.openhall.kiosk.widget.PressButton;
import org.openhall.kiosk.widget.PressButton.Weight;
import org.openhall.kiosk.widget.ShownLabel;

/** Over the page: how much paper it takes, the button that prints it, and what became of it. */
final class PrintSheet extends VBox {
  private final KioskContext context;
  private final PageDesk desk;
  private final Attachment file;
  private final int pages;
  private final PageWords words;
  private final Label told = ShownLabel.wrapping("", "print-state");
  private final PressButton start;
  private final PressButton cancel;
  private final Subscription following;

  /**
   * A sheet.
   *
   * @param close takes it away
   */
  PrintSheet(KioskContext context, Attachment file, int pages, Runnable close) {
    this.context = context;
    this.desk = context.pages();
    this.file = file;
    this.pages = pages;
    words = new PageWords(context.words());
    setId("file-print-panel");
    getStyleClass().add("reader-contents");
    told.setId("file-print-state");
    start = new PressButton("file-print-start", "", Weight.PRIMARY, this::print);
    start.withIcon(Icon.PRINT).setMaxWidth(USE_PREF_SIZE);
    cancel = button("file-print-cancel", Weight.SECONDARY, this::cancel);
    getChildren().addAll(head(close), body());
    following = following(desk.state()).and(following(desk.health()));
  }

  /** Hears of the printer no longer. */
  void closed() {
    following.unsubscribe();
  }

  private Subscription following(ObservableValue<?> value) {
    return value.subscribe(_ -> show());
  }

  private Region head(Runnable close) {
    Label title = new ShownLabel(context.text("page.title"));
    title.getStyleClass().add("section-title");
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    PressButton back = button("file-print-close", Weight.SECONDARY, close).withIcon(Icon.BACK);
    HBox head = new HBox(24, title, back);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("reader-contents-head");
    return head;
  }

  private Region body() {
    Label facts = ShownLabel.wrapping(context.text("page.facts", pages), "takeaway-note");
    VBox body = new VBox(32, facts, new HBox(24, start, cancel), told);
    body.getStyleClass().add("takeaway-page");
    return body;
  }

  private PressButton button(String id, Weight weight, Runnable action) {
    PressButton button = new PressButton(id, context.text(id), weight, action);
    button.setMaxWidth(USE_PREF_SIZE);
    return button;
  }

  private void print() {
    desk.print(context.files(), file, pages);
  }

  private void cancel() {
    cancel.setDisable(true);
    desk.cancel();
  }

  private void show() {
    boolean own = desk.isOf(file);
    PageState state = own ? desk.state().get() : new PageState.Idle();
    PageOffer offer = desk.offer(file, pages);
    String known = words.of(state);
    told.setText(known.isEmpty() ? words.of(offer, pages) : known);
    start.setText(context.text(state instanceof PageState.Ended ? "page.again" : "page.start"));
    start.setDisable(!(offer instanceof PageOffer.Ready));
    cancel.setVisible(state.underWay());
    if (!state.underWay()) {
      cancel.setDisable(false);
    }
    told.getStyleClass().removeAll("print-good", "print-bad");
    if (state instanceof PageState.Ended(PageOutcome.Printed _, int _)) {
      told.getStyleClass().add("print-good");
    } else if (!state.underWay() && !told.getText().isEmpty()) {
      told.getStyleClass().add("print-bad");
    }
  }
}
