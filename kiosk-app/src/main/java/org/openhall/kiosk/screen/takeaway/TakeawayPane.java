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

  /** A pane without its page; see {@link #show}. */
  public TakeawayPane(KioskContext context) {
    this.context = context;
  }

  /** Lays the page into the pane. */
  public TakeawayPane show(Region page) {
    getChildren().setAll(page);
    return this;
  }

  /**
   * A button 带走, to be put where the page has its buttons.
   *
   * @param taken tells what the page says at the moment of the press
   */
  public PressButton button(Supplier<TakenPage> taken) {
    return new PressButton(
            "takeaway", context.text("takeaway"), PressButton.Weight.PRIMARY, () -> open(taken))
        .withIcon(Icon.TAKE);
  }

  private void open(Supplier<TakenPage> taken) {
    closeSheet();
    getChildren().add(new TakeawaySheet(context, new TakeawayModel(taken.get()), this::closeSheet));
  }

  private void closeSheet() {
    getChildren().removeIf(TakeawaySheet.class::isInstance);
  }
}
