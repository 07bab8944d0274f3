package org.openhall.kiosk.screen.takeaway;

import java.util.function.Supplier;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.openhall.kiosk.shell.KioskContext;
import org.openhall.kiosk.widget.Icon;
import org.openhall.kiosk.widget.PressButton;

/** A page that can be taken away: over it opens what offers the ways. */
public final class TakeawayPane extends StackPane {
  private final KioskContext context;
  private final Supplier<TakenPage> taken;

  /**
   * A pane without its page; see {@link #show}.
   *
   * @param taken tells what the page says at the moment of the press
   */
  public TakeawayPane(KioskContext context, Supplier<TakenPage> taken) {
    this.context = context;
    this.taken = taken;
  }

  /** Lays the page into the pane. */
  public TakeawayPane show(Region page) {
    getChildren().setAll(page);
    return this;
  }

  /** The button 带走, to be put where the page has its buttons. */
  public PressButton button() {
    return new PressButton(
            "takeaway", context.text("takeaway"), PressButton.Weight.PRIMARY, this::open)
        .withIcon(Icon.TAKE);
  }

  private void open() {
    TakeawaySheet sheet =
        new TakeawaySheet(context, new TakeawayModel(taken.get()), this::closeSheet);
    getChildren().add(sheet);
  }

  private void closeSheet() {
    getChildren().removeIf(TakeawaySheet.class::isInstance);
  }
}
