package org.openhall.kiosk.screen.takeaway;

import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.openhall.content.store.ContentSnapshot;
import org.openhall.content.store.ReleaseInfo;
import org.openhall.kiosk.shell.Answer;
import org.openhall.kiosk.shell.KioskContext;
import org.openhall.kiosk.widget.Icon;
import org.openhall.kiosk.widget.PressButton;

/** A page that can be taken away: over it opens what offers the ways. */
public final class TakeawayPane extends StackPane {
  private final KioskContext context;

  private static final double GAP = 24;

  /** A pane without its page; see {@link #show}. */
  public TakeawayPane(KioskContext context) {
    this.context = context;
  }

  /** Lays the page into the pane. */
  public TakeawayPane show(Region page) {
    getChildren().setAll(page);
    return this;
  }

  /** Lays a page into the pane that has no other buttons, with the button under it. */
  public TakeawayPane show(Region page, Supplier<TakenPage> taken) {
    VBox.setVgrow(page, Priority.ALWAYS);
    return show(new VBox(page, bar(then -> then.accept(taken.get()))));
  }

  /** The button by itself, under a page or a list; a page may put its own before it. */
  public HBox bar(Taking taking) {
    HBox bar = new HBox(GAP, button(taking));
    bar.setAlignment(Pos.CENTER_RIGHT);
    bar.getStyleClass().add("guide-bar");
    return bar;
  }

  /**
   * A button 带走, to be put where the page has its buttons.
   *
   * @param taken tells what the page says at the moment of the press
   */
  public PressButton button(Supplier<TakenPage> taken) {
    return button((Taking) then -> then.accept(taken.get()));
  }

  private PressButton button(Taking taking) {
    return new PressButton(
            "takeaway", context.text("takeaway"), PressButton.Weight.PRIMARY, () -> take(taking))
        .withIcon(Icon.TAKE);
  }

  /** A page that does not name its release is of the one that is shown. */
  private void take(Taking taking) {
    taking.tell(page ->
        context
            .content()
            .ask(
                ContentSnapshot::release,
                answer ->
                    open(
                        page.of(
                            answer instanceof Answer.Given<ReleaseInfo>(ReleaseInfo release)
                                ? release
                                : null))));
  }

  private void open(TakenPage page) {
    closeSheet();
    getChildren().add(new TakeawaySheet(context, new TakeawayModel(page), this::closeSheet));
  }

  private void closeSheet() {
    getChildren().removeIf(TakeawaySheet.class::isInstance);
  }
}
