package org.openhall.link.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openhall.link.push.PushReader.Beat;
import org.openhall.link.push.PushReader.End;
import org.openhall.link.push.PushReader.Message;
import org.openhall.link.push.PushReader.Strange;

/** What one side sends, the other hears; and no more of it than a message may have. */
class PushStreamTest {
  private static final PushedFile TIMESTAMP =
      PushedFile.of("metadata/timestamp.json", new byte[] {1, 2, 3});
  private static final PushedFile LIST =
      PushedFile.of("targets/emergency/" + "a".repeat(64) + ".list.json", new byte[] {4});

  private static PushReader reader(String line) {
    return new PushReader(new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void whatIsSentIsHeardInItsOrder() throws IOException {
    PushMessage emergency = new PushMessage.Emergency(List.of(TIMESTAMP, LIST));
    PushMessage release = new PushMessage.Release(List.of(TIMESTAMP), 40);
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    line.write(PushStream.frame(release));
    line.write(PushStream.beat());
    line.write(PushStream.frame(emergency));
    PushReader reader = new PushReader(new ByteArrayInputStream(line.toByteArray()));
    assertEquals(new Message(release), reader.next());
    assertEquals(new Beat(), reader.next());
    assertEquals(new Message(emergency), reader.next());
    assertEquals(new End(), reader.next());
  }

  @Test
  void otherLineEndsAndWhatANewerOfficeSaysArePassedOver() throws IOException {
    PushReader reader =
        reader(
            "retry: 5\r\n: well\r\n\r\nid: 7\nevent: closing-time\ndata: {}\n\nevent: release\n");
    assertEquals(new Beat(), reader.next());
    assertEquals(new Beat(), reader.next());
    assertEquals(new End(), reader.next());
  }

  @Test
  void aLineWithoutEndIsGivenUpAfterTheLengthOfAMessage() throws IOException {
    int much = 10 * PushMessage.LARGEST;
    ByteArrayInputStream line =
        new ByteArrayInputStream("x".repeat(much).getBytes(StandardCharsets.UTF_8));
    assertInstanceOf(Strange.class, new PushReader(line).next());
    assertTrue(line.available() > much - PushMessage.LARGEST - 20_000, line.available() + " left");
  }

  @Test
  void whatIsNoMessageIsStrange() throws IOException {
    for (String data :
        List.of(
            "{",
            "{}",
            "null",
            "{\"files\":[]}",
            "{\"files\":[{\"path\":\"metadata/a.json\",\"bytes\":\"!\"}]}",
            "{\"files\":[{\"path\":\"/etc/passwd\",\"bytes\":\"AA==\"}]}",
            "{\"files\":[{\"path\":\"metadata/../keys/a\",\"bytes\":\"AA==\"}]}",
            "{\"files\":[{\"path\":\"metadata/a.json\"}]}",
            "{}\ndata: {}")) {
      assertInstanceOf(
          Strange.class, reader("event: emergency\ndata: " + data + "\n\n").next(), data);
    }
    String spread = "{\"files\":[{\"path\":\"metadata/a\",\"bytes\":\"\"}],\"spreadSeconds\":601}";
    assertInstanceOf(Strange.class, reader("event: release\ndata: " + spread + "\n\n").next());
  }

  @Test
  void aMessageHasItsBounds() {
    List<PushedFile> nine = Collections.nCopies(9, TIMESTAMP);
    assertThrows(IllegalArgumentException.class, () -> new PushMessage.Emergency(nine));
    PushedFile long64 = PushedFile.of("metadata/1.snapshot.json", new byte[64 * 1024]);
    assertFalse(new PushMessage.Emergency(List.of(long64)).fits());
  }
}
