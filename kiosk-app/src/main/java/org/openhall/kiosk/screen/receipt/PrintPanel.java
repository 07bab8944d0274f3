package org.openhall.kiosk.screen.receipt;

import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.openhall.device.Receipt;
import org.openhall.kiosk.desk.PrintState;
import org.openhall.kiosk.shell.KioskContext;
import org.openhall.kiosk.widget.Icon;
import org.openhall.kiosk.widget.PressButton;

/**
 * A button that prints a receipt, and below it what became of it. The words have the button's id
 * with {@code -state} after it.
 */
public final class PrintPanel extends VBox {
  private final KioskContext context;
  private final Label told = new Label();
  private final PressButton button;

  /**
   * A panel.
   *
   * @param id the button's id
   * @param text the button's words
   * @param receipt composes the receipt at the moment of the press
   */
  public PrintPanel(KioskContext context, String id, String text, Supplier<Receipt> receipt) {
    super(16);
    this.context = context;
    setAlignment(Pos.CENTER_LEFT);
    told.setId(id + "-state");
    told.setWrapText(true);
    told.setMinHeight(USE_PREF_SIZE);
    told.getStyleClass().add("print-state");
    told.managedProperty().bind(told.textProperty().isNotEmpty());
    button =
        new PressButton(id, text, PressButton.Weight.PRIMARY, () -> print(receipt.get()))
            .withIcon(Icon.PRINT);
    button.setMaxWidth(USE_PREF_SIZE);
    getChildren().addAll(button, told);
  }

  private void print(Receipt receipt) {
    ObservableValue<PrintState> state = context.desk().print(receipt);
    tell(state.getValue());
    state.addListener((_, _, now) -> tell(now));
  }

  private void tell(PrintState state) {
    told.setText(PrintWords.of(state, context.words()));
    button.setDisable(state instanceof PrintState.Printing);
    told.getStyleClass().removeAll("print-good", "print-bad");
    switch (state) {
      case PrintState.Printed _ -> told.getStyleClass().add("print-good");
      case PrintState.Printing _, PrintState.Idle _ -> {}
      default -> told.getStyleClass().add("print-bad");
    }
  }
}
