package org.openhall.device.printer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhall.device.DeviceHealth.Detail;
import org.openhall.device.DeviceSettings;
import org.openhall.device.Receipt;
import org.openhall.device.Receipt.Line;
import org.openhall.device.ReceiptPrinter;
import org.openhall.device.ReceiptPrinter.PrintOutcome;
import org.openhall.device.transport.Pty;

/**
 * Receipts over a device file: a serial line, its speed told or not; and one that takes bytes as
 * they are, as the kernel gives a printer on USB, here a pseudo-terminal that was made raw before.
 */
@Timeout(120)
class DeviceFileReceiptTest {

  private static final Receipt RECEIPT =
      new Receipt(List.of(new Line.Text("回执"), new Line.Qr("办事指南"), new Line.Text("㐂")));

  @ParameterizedTest
  @ValueSource(strings = {"serial:%s@115200", "serial:%s", "file:%s"})
  void theSameBytesArriveAndTroubleIsSeen(String address) throws Exception {
    try (ScriptedPrinter peer = new ScriptedPrinter();
        Socket line = new Socket(InetAddress.getLoopbackAddress(), peer.port());
        Pty pty = new Pty();
        // While this is open, closing the file elsewhere does not end the pty.
        RandomAccessFile open = new RandomAccessFile(pty.farEnd().toFile(), "r")) {
      String far = pty.farEnd().toString();
      if (address.startsWith("file:")) {
        assertEquals(0, new ProcessBuilder("stty", "-F", far, "raw", "-echo").start().waitFor());
      }
      assertTrue(open.getFD().valid());
      relay(pty, line);
      DeviceSettings settings =
          new DeviceSettings("receipt-printer", "escpos:" + String.format(address, far), Map.of());
      try (ReceiptPrinter printer = (ReceiptPrinter) new EscPosDriver().open(settings)) {
        assertEquals(new PrintOutcome.Printed(), print(printer));
        peer.status(2, 0x12 | 0x04);
        assertEquals(new PrintOutcome.NotPrinted(Detail.COVER_OPEN), print(printer));
        peer.status(2, 0x12);
        assertEquals(new PrintOutcome.Printed(), print(printer));
      }
      assertEquals(1, peer.partings().size(), "before the first, as none knows of earlier ones");
      assertEquals(2, peer.receipts().size());
      for (byte[] receipt : peer.receipts()) {
        assertArrayEquals(expected(), receipt);
      }
    }
  }

  private static byte[] expected() {
    return ReceiptBytes.of(RECEIPT, Profile.builtIn("80mm-gb18030"), new RasterFonts(List.of()));
  }

  private static PrintOutcome print(ReceiptPrinter printer) {
    return printer
        .print(RECEIPT)
        .outcome()
        .toCompletableFuture()
        .orTimeout(60, TimeUnit.SECONDS)
        .join();
  }

  private static void relay(Pty pty, Socket line) {
    Thread.ofPlatform()
        .daemon(true)
        .start(() -> {
          try {
            for (byte[] said = pty.read(); said.length > 0; said = pty.read()) {
              line.getOutputStream().write(said);
            }
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    Thread.ofPlatform()
        .daemon(true)
        .start(() -> {
          byte[] one = new byte[1];
          try {
            while (!line.isClosed() && line.getInputStream().read(one) > 0) {
              pty.write(one.clone());
            }
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }
}
