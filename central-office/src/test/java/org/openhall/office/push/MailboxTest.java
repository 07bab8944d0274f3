package org.openhall.office.push;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openhall.link.push.PushMessage;
import org.openhall.link.push.PushedFile;

/** A terminal that takes nothing finds the newest of each kind, and costs no more than that. */
class MailboxTest {
  private static final Frame EMERGENCY = emergency();
  private static final Frame RELEASE = release();

  private final Mailbox mailbox = new Mailbox();

  private static List<PushedFile> timestamp() {
    return List.of(PushedFile.of("metadata/timestamp.json", new byte[1]));
  }

  private static Frame emergency() {
    return Frame.of(new PushMessage.Emergency(timestamp()));
  }

  private static Frame release() {
    return Frame.of(new PushMessage.Release(timestamp(), 0));
  }

  private List<Frame> all() {
    List<Frame> all = new ArrayList<>();
    for (Optional<Frame> next = mailbox.take(); next.isPresent(); next = mailbox.take()) {
      all.add(next.get());
    }
    return all;
  }

  @Test
  void keepsTheNewestOfEachKindInTheOrderOfTheirTimestamps() {
    mailbox.put(emergency());
    mailbox.put(release());
    mailbox.put(release());
    mailbox.put(RELEASE);
    mailbox.put(EMERGENCY);
    assertEquals(List.of(RELEASE, EMERGENCY), all());
  }

  @Test
  void aSignOfLifeTakesNoPlaceOfAnything() {
    mailbox.put(Frame.BEAT);
    mailbox.put(Frame.BEAT);
    mailbox.put(EMERGENCY);
    mailbox.put(Frame.BEAT);
    assertEquals(List.of(EMERGENCY), all());
  }
}
