package org.openhall.device.transport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhall.device.DeviceHealth.Detail;

class TcpLineTest {

  private static final Duration SOON = Duration.ofSeconds(10);

  private ServerSocket server;
  private Socket peer;
  private Line line;

  @BeforeEach
  void connect() throws IOException {
    server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    line = new TcpAddress("127.0.0.1", server.getLocalPort()).open();
    peer = server.accept();
  }

  @AfterEach
  void close() throws IOException {
    line.close();
    peer.close();
    server.close();
  }

  @Test
  void bytesPassBothWays() throws IOException {
    line.write(new byte[] {1, 2, (byte) 0xFF});
    assertArrayEquals(new byte[] {1, 2, (byte) 0xFF}, peer.getInputStream().readNBytes(3));
    peer.getOutputStream().write(new byte[] {7});
    byte[] buffer = new byte[4];
    assertEquals(1, line.read(buffer, 2, SOON));
    assertArrayEquals(new byte[] {0, 0, 7, 0}, buffer);
  }

  @Test
  void aReadWithoutBytesEndsWithZero() throws IOException {
    assertEquals(0, line.read(new byte[4], 0, Duration.ZERO));
    assertEquals(0, line.read(new byte[4], 0, Duration.ofMillis(20)));
  }

  @Test
  void whatCameBeforeTheEndIsReadAndThenTheLineIsLost() throws IOException {
    peer.getOutputStream().write(5);
    peer.close();
    assertEquals(1, line.read(new byte[4], 0, SOON));
    assertLost(() -> line.read(new byte[4], 0, SOON));
  }

  @Test
  void aPeerThatTakesNoMoreBytesIsALostLineAfterAWhile() {
    assertLost(() -> {
      for (int i = 0; i < 1_000; i++) {
        line.write(new byte[1 << 20]);
      }
    });
  }

  @Test
  void closingEndsAReadUnderWay() {
    CompletableFuture<Void> reading =
        CompletableFuture.runAsync(
            () -> assertLost(() -> line.read(new byte[4], 0, Duration.ofMinutes(1))));
    line.close();
    line.close();
    reading.join();
    assertLost(() -> line.write(new byte[1]));
  }

  @Test
  void aPortWhereNobodyListensIsMissing() throws IOException {
    int port = server.getLocalPort();
    server.close();
    DeviceFaultException e =
        assertThrows(DeviceFaultException.class, () -> new TcpAddress("127.0.0.1", port).open());
    assertEquals(Detail.PORT_MISSING, e.detail());
  }

  @Test
  void aNameThatIsNoHostIsMissing() {
    DeviceFaultException e =
        assertThrows(
            DeviceFaultException.class, () -> new TcpAddress("printer.invalid", 9100).open());
    assertEquals(Detail.PORT_MISSING, e.detail());
  }

  private static void assertLost(org.junit.jupiter.api.function.Executable use) {
    assertEquals(Detail.LINE_LOST, assertThrows(DeviceFaultException.class, use).detail());
  }
}
