package org.openhall.kiosk.desk;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.openhall.device.Receipt;
import org.openhall.device.ReceiptPrinter;

/** Prints receipts, one at a time, and tells what became of each. Never prints anything twice. */
public final class ReceiptDesk {
  private Optional<ReceiptPrinter> printer;
  private final Executor screen;
  private boolean printing;
  private Consumer<PrintState> ended = _ -> {};

  /**
   * Works with the terminal's printer.
   *
   * @param printer the printer, or empty where the terminal has none
   * @param screen runs on the screen's thread
   */
  public ReceiptDesk(Optional<ReceiptPrinter> printer, Executor screen) {
    this.printer = printer;
    this.screen = screen;
  }

  /** A printer has been found since; the screen starts before its devices. */
  public void connect(ReceiptPrinter found) {
    printer = Optional.of(found);
  }

  /** Hears how each print ended. */
  public void onEnd(Consumer<PrintState> listener) {
    ended = listener;
  }

  /** Whether this terminal has a printer at all; it may still lack paper. */
  public boolean hasPrinter() {
    return printer.isPresent();
  }

  /**
   * Prints a receipt. Called, and told of, on the screen's thread.
   *
   * @return the state, beginning at {@link PrintState.Printing} and changing once, or at once the
   *     reason why nothing was sent
   */
  public ReadOnlyObjectProperty<PrintState> print(Receipt receipt) {
    ReadOnlyObjectWrapper<PrintState> state = new ReadOnlyObjectWrapper<>();
    if (printer.isEmpty()) {
      state.set(new PrintState.NoPrinter());
    } else if (printing) {
      state.set(new PrintState.Busy());
    } else {
      begin(printer.get(), receipt, state);
    }
    return state.getReadOnlyProperty();
  }

  /**
   * How much paper a receipt would take; told of on the screen's thread.
   *
   * @return millimetres, 0 until it is known, and for ever where there is no printer
   */
  public ReadOnlyIntegerProperty millimetres(Receipt receipt) {
    ReadOnlyIntegerWrapper millimetres = new ReadOnlyIntegerWrapper();
    printer.ifPresent(ready ->
        Thread.ofVirtual()
            .start(() -> {
              int length = ready.millimetres(receipt);
              screen.execute(() -> millimetres.set(length));
            }));
    return millimetres.getReadOnlyProperty();
  }

  private void begin(
      ReceiptPrinter ready, Receipt receipt, ReadOnlyObjectWrapper<PrintState> state) {
    printing = true;
    state.set(new PrintState.Printing());
    ready
        .print(receipt)
        .outcome()
        .thenAcceptAsync(
            outcome -> {
              printing = false;
              state.set(PrintState.of(outcome));
              ended.accept(PrintState.of(outcome));
            },
            screen);
  }
}
