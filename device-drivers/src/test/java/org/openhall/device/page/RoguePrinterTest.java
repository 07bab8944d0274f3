package org.openhall.device.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhall.device.DeviceConfigurationException;
import org.openhall.device.DeviceHealth.Detail;
import org.openhall.device.DeviceSettings;
import org.openhall.device.PagePrinter.PageOutcome;
import org.openhall.device.transport.DeviceThread.Timing;

/** What answers at the printer's address is anything but a printer. */
class RoguePrinterTest {

  /** What is said to each message. */
  private interface Says {
    void to(InputStream in, OutputStream out) throws IOException;
  }

  private ServerSocket server;
  private IppPrinter printer;
  private volatile Says says = (_, _) -> {};

  @BeforeEach
  void listen() throws IOException, DeviceConfigurationException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofPlatform().daemon().start(this::serve);
    DeviceSettings settings =
        new DeviceSettings(
            "page-printer", "ipp://127.0.0.1:" + server.getLocalPort() + "/ipp/print", Map.of());
    printer =
        IppPrinter.start(
            settings, PageJob.Patience.USUAL, Timing.checkingEvery(Duration.ofHours(1)));
  }

  private void serve() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        Thread.ofPlatform().daemon().start(() -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      says.to(socket.getInputStream(), socket.getOutputStream());
      socket.shutdownOutput();
      socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    } catch (IOException gone) {
      // as it pleases
    }
  }

  @AfterEach
  void close() throws IOException {
    printer.close();
    server.close();
  }

  private PageOutcome print() {
    return printer.print(DrawnForm.ofPdf(1)).outcome().toCompletableFuture().join();
  }

  private static void ok(OutputStream out, byte[] body) throws IOException {
    String head = "HTTP/1.1 200 OK\r\nContent-Length: " + body.length + "\r\n\r\n";
    out.write(head.getBytes(StandardCharsets.US_ASCII));
    out.write(body);
  }

  @Test
  void whoHangsUpIsLost() {
    says = (_, _) -> {};
    assertEquals(new PageOutcome.NotPrinted(Detail.LINE_LOST), print());
  }

  @Test
  void whoSaysNothingDoesNotAnswer() {
    says = (in, _) -> in.transferTo(OutputStream.nullOutputStream());
    assertEquals(new PageOutcome.NotPrinted(Detail.NO_ANSWER), print());
  }

  @Test
  void whoDripsWithoutEndIsLeftAfterSeconds() {
    says =
        (_, out) -> {
          out.write(
              "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
          while (!server.isClosed()) {
            out.write(1);
            out.flush();
            try {
              Thread.sleep(50);
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
          }
        };
    assertEquals(new PageOutcome.NotPrinted(Detail.NO_ANSWER), print());
  }

  @Test
  void whoTalksWithoutEndIsCutOff() {
    says =
        (_, out) -> {
          out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
          byte[] much = new byte[1 << 20];
          while (!server.isClosed()) {
            out.write(much);
          }
        };
    assertEquals(new PageOutcome.NotPrinted(Detail.LINE_LOST), print());
  }

  @Test
  void whoWantsAPasswordIsSaidToForbidIt() {
    says =
        (_, out) ->
            out.write(
                "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic\r\nContent-Length: 0\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
    assertEquals(new PageOutcome.NotPrinted(Detail.PORT_FORBIDDEN), print());
    assertEquals("HTTP 401", printer.health().code());
  }

  @Test
  void whoSendsElsewhereIsNotFollowed() {
    says =
        (_, out) ->
            out.write(
                "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
    assertEquals(new PageOutcome.NotPrinted(Detail.BAD_ANSWER), print());
    assertEquals("HTTP 302", printer.health().code());
  }

  @Test
  void whoSpeaksNoIppAnswersBadly() {
    says = (_, out) -> ok(out, "<html>welcome</html>".getBytes(StandardCharsets.US_ASCII));
    assertEquals(new PageOutcome.NotPrinted(Detail.BAD_ANSWER), print());
  }

  @Test
  void whoAnswersAnotherQuestionAnswersBadly() {
    byte[] empty = {2, 0, 0, 0, 0x7f, 0, 0, 1, 1, 3};
    says = (_, out) -> ok(out, empty);
    assertEquals(new PageOutcome.NotPrinted(Detail.BAD_ANSWER), print());
  }

  @Test
  void noiseNeverEndsInAFaultOfTheDriver() {
    Random random = new Random(7);
    for (int i = 0; i < 300; i++) {
      byte[] noise = new byte[random.nextInt(200)];
      random.nextBytes(noise);
      boolean http = random.nextBoolean();
      says =
          (_, out) -> {
            if (http) {
              ok(out, noise);
            } else {
              out.write(noise);
            }
          };
      PageOutcome outcome = print();
      Detail reason = assertInstanceOf(PageOutcome.NotPrinted.class, outcome).reason();
      assertEquals(true, reason != Detail.DRIVER_FAULT, printer.health().toString());
    }
  }
}
