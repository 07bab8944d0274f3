package org.openhall.kiosk.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openhall.device.DeviceHealth.Detail;
import org.openhall.device.Receipt;
import org.openhall.device.ReceiptPrinter.PrintOutcome;

class PrintStateTest {

  @Test
  void onlyThePrintersWordMakesItPrinted() {
    assertEquals(new PrintState.Printed(), PrintState.of(new PrintOutcome.Printed()));
    assertEquals(
        new PrintState.Unknown(Detail.LINE_LOST),
        PrintState.of(new PrintOutcome.Unknown(Detail.LINE_LOST)));
    assertEquals(
        new PrintState.NotPrinted(Detail.PAPER_OUT),
        PrintState.of(new PrintOutcome.NotPrinted(Detail.PAPER_OUT)));
    assertEquals(new PrintState.Idle(), PrintState.of(new PrintOutcome.Cancelled()));
  }

  @Test
  void aTerminalWithoutAPrinterSaysSo() {
    ReceiptDesk desk = new ReceiptDesk(Optional.empty(), Runnable::run);

    assertFalse(desk.hasPrinter());
    assertEquals(new PrintState.NoPrinter(), desk.print(new Receipt(List.of())).get());
  }
}
