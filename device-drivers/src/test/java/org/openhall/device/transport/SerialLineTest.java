package org.openhall.device.transport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.device.DeviceConfigurationException;
import org.openhall.device.DeviceHealth.Detail;
import org.openhall.device.DeviceSettings;

class SerialLineTest {

  private static final Duration SOON = Duration.ofSeconds(5);

  @TempDir Path dir;

  @Test
  void bytesOfEveryValuePassUnchangedBothWays() throws Exception {
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    try (Pty pty = new Pty();
        Line line = port(pty.farEnd()).open()) {
      pty.write(all);
      assertArrayEquals(all, readFully(line, 256));
      line.write(all);
      assertArrayEquals(all, pty.read());
    }
  }

  @Test
  void aReadWithoutBytesEndsWithZero() throws Exception {
    try (Pty pty = new Pty();
        Line line = port(pty.farEnd()).open()) {
      assertEquals(0, line.read(new byte[8], 0, Duration.ZERO));
      assertEquals(0, line.read(new byte[8], 0, Duration.ofMillis(120)));
    }
  }

  @Test
  void aPulledPlugIsALostLine() throws Exception {
    try (Pty pty = new Pty();
        Line line = port(pty.farEnd()).open()) {
      pty.pullPlug();
      DeviceFaultException e =
          assertThrows(DeviceFaultException.class, () -> line.read(new byte[8], 0, SOON));
      assertEquals(Detail.LINE_LOST, e.detail());
      assertThrows(DeviceFaultException.class, () -> line.write(new byte[] {1}));
    }
  }

  @Test
  void closingEndsAReadUnderWay() throws Exception {
    try (Pty pty = new Pty()) {
      Line line = port(pty.farEnd()).open();
      CompletableFuture<Integer> reading = CompletableFuture.supplyAsync(() -> blockingRead(line));
      line.close();
      line.close();
      CompletionException e = assertThrows(CompletionException.class, reading::join);
      assertTrue(e.getCause() instanceof IllegalStateException);
    }
  }

  @Test
  void aLinkIsFollowedAnewAfterTheDeviceCameBackUnderAnotherName() throws Exception {
    Path link = dir.resolve("id-module");
    try (Pty first = new Pty();
        Pty second = new Pty()) {
      Files.createSymbolicLink(link, first.farEnd());
      port(link).open().close();
      Files.delete(link);
      Files.createSymbolicLink(link, second.farEnd());
      try (Line line = port(link).open()) {
        second.write(new byte[] {42});
        assertArrayEquals(new byte[] {42}, readFully(line, 1));
      }
    }
  }

  @Test
  void anAbsentPortAndAFileThatIsNoneAreMissing() throws Exception {
    assertMissing(dir.resolve("ttyUSB0"));
    assertMissing(Files.writeString(dir.resolve("file"), "no port"));
    assertMissing(dir);
  }

  @Test
  void theNativeLibraryIsUnpackedUnderTheTemporaryDirectory() throws Exception {
    try (Pty pty = new Pty();
        Line line = port(pty.farEnd()).open()) {
      assertEquals(0, line.read(new byte[1], 0, Duration.ZERO));
    }
    Path temporary = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
    String maps = Files.readString(Path.of("/proc/self/maps"));
    String library =
        maps.lines().filter(mapped -> mapped.contains("jSerialComm.so")).findFirst().orElseThrow();
    assertTrue(library.contains(temporary.toString()), library);
  }

  private void assertMissing(Path path) throws DeviceConfigurationException {
    Port<Line> port = port(path);
    DeviceFaultException e = assertThrows(DeviceFaultException.class, port::open);
    assertEquals(Detail.PORT_MISSING, e.detail());
    assertTrue(String.valueOf(e.getMessage()).contains(path.toString()), e::toString);
  }

  private static int blockingRead(Line line) {
    try {
      return line.read(new byte[8], 0, Duration.ofMinutes(1));
    } catch (DeviceFaultException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] readFully(Line line, int length) throws DeviceFaultException {
    byte[] buffer = new byte[length];
    int filled = 0;
    while (filled < length) {
      int count = line.read(buffer, filled, SOON);
      if (count == 0) {
        return Arrays.copyOf(buffer, filled);
      }
      filled += count;
    }
    return buffer;
  }

  private static Port<Line> port(Path path) throws DeviceConfigurationException {
    return Port.of(new DeviceSettings("id-card-reader", "sdt:serial:" + path, Map.of()));
  }
}
