package org.openhall.link.message;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.link.envelope.Binding;
import org.openhall.link.envelope.Binding.Way;
import org.openhall.link.envelope.Envelope;
import org.openhall.link.envelope.OpeningKey;
import org.openhall.link.envelope.Personal;
import org.openhall.link.envelope.SealKey;
import org.openhall.link.event.Event;
import org.openhall.link.event.EventMessage;

/** Messages over a real socket of this machine. */
class MessageLineTest {
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Duration SHORT = Duration.ofMillis(50);

  private @TempDir Path data;
  private ServerSocketChannel server;

  @BeforeEach
  void listen() throws IOException {
    Path socket = MessageLine.socket(data);
    Files.createDirectories(socket.getParent());
    server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(socket));
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  private static Envelope envelope(int bytes) {
    SealKey key = OpeningKey.generate(new SecureRandom()).sealKey();
    return key.seal(
        Personal.takeOver(new byte[bytes]), new Binding(Way.DOWN, "t-1", "e", "question"));
  }

  private static EventMessage message(Event event) {
    return EventMessage.of(Instant.EPOCH, event);
  }

  @Test
  void everyMessageIsReadAsItWasWritten() {
    Envelope largest = envelope(SealKey.room());
    for (KioskMessage asked :
        List.of(
            new KioskMessage.Ask(message(new Event.Question(largest))),
            new KioskMessage.SyncNow())) {
      assertEquals(Optional.of(asked), KioskMessage.read(asked.toJson()));
      assertTrue(asked.toJson().length < MessageLine.LARGEST);
    }
    for (AgentMessage said :
        List.of(
            new AgentMessage.Answered(largest),
            new AgentMessage.NotYet(),
            new AgentMessage.NoLine(),
            new AgentMessage.Refused(AgentMessage.Reason.NOT_TAKEN),
            new AgentMessage.Woken())) {
      assertEquals(Optional.of(said), AgentMessage.read(said.toJson()));
      assertTrue(said.toJson().length < MessageLine.LARGEST);
    }
  }

  @Test
  void nothingButAQuestionCanBeAsked() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new KioskMessage.Ask(message(new Event.ReleaseShown(1))));
    byte[] other =
        """
        {"name":"ask","message":{"question":{"id":"00000000-0000-0000-0000-000000000000",\
        "at":"2026-11-30T00:00:00Z","type":"release-shown","event":{"release":1}}}}\
        """
            .getBytes(StandardCharsets.UTF_8);
    assertEquals(Optional.empty(), KioskMessage.read(other));
  }

  @Test
  void whatIsOfNoListIsNoMessage() {
    for (String json :
        List.of("", "{}", "{\"name\":\"shout\",\"message\":{}}", "{\"name\":\"not-yet\"}")) {
      byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
      assertEquals(Optional.empty(), KioskMessage.read(bytes), json);
      assertEquals(Optional.empty(), AgentMessage.read(bytes), json);
    }
    byte[] newer =
        "{\"name\":\"refused\",\"message\":{\"reason\":\"TIRED\"}}"
            .getBytes(StandardCharsets.UTF_8);
    assertEquals(
        Optional.of(new AgentMessage.Refused(AgentMessage.Reason.OTHER)), AgentMessage.read(newer));
  }

  @Test
  void theLongestMessageArrivesWholeThoughTheSocketTakesItInParts() throws Exception {
    byte[] longest = new byte[MessageLine.LARGEST];
    new SecureRandom().nextBytes(longest);
    try (MessageLine kiosk = MessageLine.connect(data, LONG);
        MessageLine agent = new MessageLine(server.accept(), LONG)) {
      var sending = CompletableFuture.runAsync(() -> send(kiosk, longest));
      assertArrayEquals(longest, agent.receive());
      sending.get();
      agent.send(new byte[0]);
      assertEquals(0, kiosk.receive().length);
    }
  }

  private static void send(MessageLine line, byte[] message) {
    try {
      line.send(message);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void moreThanTheLongestIsNotEvenRead() throws IOException {
    try (MessageLine kiosk = MessageLine.connect(data, LONG);
        SocketChannel agent = server.accept()) {
      agent.write(ByteBuffer.allocate(4).putInt(MessageLine.LARGEST + 1).flip());
      assertThrows(IOException.class, kiosk::receive);
      agent.write(ByteBuffer.allocate(4).putInt(-1).flip());
      assertThrows(IOException.class, kiosk::receive);
    }
  }

  @Test
  void aSilentSideIsWaitedForNoLongerThanTheLimit() throws IOException {
    try (MessageLine kiosk = MessageLine.connect(data, SHORT);
        SocketChannel agent = server.accept()) {
      agent.write(ByteBuffer.allocate(3));
      assertThrows(SocketTimeoutException.class, kiosk::receive);
    }
  }

  @Test
  void closingEndsAWaitAtOnce() throws Exception {
    MessageLine kiosk = MessageLine.connect(data, LONG);
    try (SocketChannel _ = server.accept()) {
      var waiting = new CompletableFuture<IOException>();
      Thread thread =
          Thread.ofPlatform()
              .start(() -> waiting.complete(assertThrows(IOException.class, kiosk::receive)));
      while (!isSelecting(thread)) {
        Thread.onSpinWait();
      }
      kiosk.close();
      assertNotNull(waiting.get());
    }
  }

  private static boolean isSelecting(Thread thread) {
    for (StackTraceElement element : thread.getStackTrace()) {
      if (element.getMethodName().equals("select")) {
        return true;
      }
    }
    return false;
  }

  @Test
  void anEndedSideIsAnEnd() throws IOException {
    try (MessageLine kiosk = MessageLine.connect(data, LONG)) {
      server.accept().close();
      assertThrows(EOFException.class, kiosk::receive);
    }
  }

  @Test
  void whereNobodyListensTheCallFailsAtOnce() throws IOException {
    server.close();
    assertThrows(IOException.class, () -> MessageLine.connect(data, LONG));
    Files.delete(MessageLine.socket(data));
    assertThrows(IOException.class, () -> MessageLine.connect(data, LONG));
  }
}
