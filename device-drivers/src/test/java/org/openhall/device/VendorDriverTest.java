package org.openhall.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.device.SelfTestOutcome.Finding;
import org.openhall.device.SelfTestOutcome.Step;

/** The example of docs/hardware.md, compiled as it stands there and found by the service loader. */
class VendorDriverTest {

  private static final Path DOCS = Path.of("../docs/hardware.md");

  @TempDir Path dir;
  private final ClassLoader ours = Thread.currentThread().getContextClassLoader();
  private volatile int answer = '0';
  private ServerSocket door;

  @BeforeEach
  void plugIn() throws IOException {
    door = new ServerSocket(0, 4, InetAddress.getLoopbackAddress());
    Thread.ofPlatform().daemon().start(this::serve);
  }

  @AfterEach
  void unplug() throws IOException {
    Thread.currentThread().setContextClassLoader(ours);
    door.close();
  }

  @Test
  void theExampleIsADriverAsItStands() throws Exception {
    try (URLClassLoader jar = new URLClassLoader(new URL[] {compiled().toUri().toURL()}, ours)) {
      Thread.currentThread().setContextClassLoader(jar);
      Properties config = new Properties();
      config.setProperty("maintenance-door", "example-door:tcp:127.0.0.1:" + door.getLocalPort());
      try (Devices devices = Devices.open(config)) {
        Device device = devices.first(Device.class).orElseThrow();
        assertEquals(Set.of("maintenance-door"), devices.all().keySet());
        BlockingQueue<DeviceEvent.What> events = new LinkedBlockingQueue<>();
        device.onEvent(event -> events.add(event.what()));
        await(events, Sense.QUIET);
        answer = '1';
        await(events, Sense.ACTIVE);
        SelfTestOutcome outcome =
            device.selfTest(SelfTest.INTERNAL).outcome().toCompletableFuture().get();
        assertEquals(
            new SelfTestOutcome.Passed(List.of(new Finding(Step.SENSORS, true, "ACTIVE"))),
            outcome);
        assertEquals("door-switch", device.snapshot().capabilities().kind());
      }
    }
  }

  /** Waits until the door is told to be so, or was known to be when this listener came. */
  private static void await(BlockingQueue<DeviceEvent.What> events, Sense wanted)
      throws InterruptedException {
    DeviceEvent.What next = events.poll(30, TimeUnit.SECONDS);
    while (!tells(next, wanted)) {
      assertNotNull(next, "never " + wanted);
      next = events.poll(30, TimeUnit.SECONDS);
    }
  }

  private static boolean tells(DeviceEvent.What what, Sense wanted) {
    return switch (what) {
      case DeviceEvent.Sensed(Sense sense) -> sense == wanted;
      case DeviceEvent.Known(DeviceSnapshot known) -> known.sense() == wanted;
      case null, default -> false;
    };
  }

  private Path compiled() throws IOException {
    Path source = Files.writeString(dir.resolve("DoorDriver.java"), block("java"));
    Path classes = Files.createDirectory(dir.resolve("classes"));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    int status =
        compiler.run(
            null,
            null,
            null,
            "-Xlint:all,-path",
            "-Werror",
            "-proc:none",
            "-cp",
            System.getProperty("java.class.path"),
            "-d",
            classes.toString(),
            source.toString());
    assertEquals(0, status, "the example does not compile");
    Path services = Files.createDirectories(classes.resolve("META-INF/services"));
    Files.writeString(services.resolve("org.openhall.device.DeviceDriver"), block("text"));
    return classes;
  }

  private static String block(String language) throws IOException {
    Matcher block =
        Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(DOCS));
    assertTrue(block.find(), "docs/hardware.md has no block of " + language);
    return block.group(1);
  }

  private void serve() {
    while (!door.isClosed()) {
      try (Socket socket = door.accept()) {
        while (socket.getInputStream().read() >= 0) {
          socket.getOutputStream().write(answer);
        }
      } catch (IOException hungUp) {
        answer = hungUp instanceof java.net.SocketException ? answer : '0';
      }
    }
  }
}
