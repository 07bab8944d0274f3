package org.openhall.simulator.printer;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.openhall.device.DeviceConfigurationException;
import org.openhall.device.DeviceHealth.State;
import org.openhall.device.DeviceSettings;
import org.openhall.device.Receipt;
import org.openhall.device.ReceiptPrinter;
import org.openhall.device.ReceiptPrinter.PrintOutcome;
import org.openhall.device.printer.EscPosDriver;

/** The driver that terminals have. */
final class Driver implements AutoCloseable {

  private final ReceiptPrinter printer;

  Driver(String address, String profile) throws DeviceConfigurationException {
    DeviceSettings settings =
        new DeviceSettings("receipt-printer", "escpos:" + address, Map.of("profile", profile));
    printer = (ReceiptPrinter) new EscPosDriver().open(settings);
  }

  static Driver onPort(int port, String profile) throws DeviceConfigurationException {
    return new Driver("tcp:127.0.0.1:" + port, profile);
  }

  /** Prints and waits for the outcome. */
  PrintOutcome print(Receipt receipt) {
    return printer
        .print(receipt)
        .outcome()
        .toCompletableFuture()
        .orTimeout(120, TimeUnit.SECONDS)
        .join();
  }

  /** Waits until the driver finds the printer ready. */
  void awaitReady() throws InterruptedException {
    CountDownLatch ready = new CountDownLatch(1);
    try (var told =
        printer.onHealth(health -> {
          if (health.state() == State.READY) {
            ready.countDown();
          }
        })) {
      assertTrue(ready.await(60, TimeUnit.SECONDS), "never ready, by " + told);
    }
  }

  @Override
  public void close() {
    printer.close();
  }
}
