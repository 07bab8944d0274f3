package org.openhall.provisioning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.openhall.agent.identity.IdentityFolder;
import org.openhall.agent.kiosklink.KioskLink;
import org.openhall.agent.kiosklink.Signer;
import org.openhall.agent.text.Words;
import org.openhall.kiosk.journal.Journal;
import org.openhall.link.envelope.OpeningKey;
import org.openhall.link.envelope.PersonalForm;
import org.openhall.link.event.Event;
import org.openhall.link.event.EventType;
import org.openhall.link.event.SpoolFolder;
import org.openhall.link.event.SpoolFolder.Waiting;
import org.openhall.link.message.AgentMessage;
import org.openhall.link.message.KioskMessage;
import org.openhall.link.message.MessageLine;
import org.openhall.repository.storage.Storage;

/** What one of a terminal's users does in its folders, as a process of that user. */
final class OneUser {
  private static final Duration LONG = Duration.ofMinutes(5);

  private OneUser() {}

  /** Does what the first word says in the data folder that the second names. */
  public static void main(String[] words) throws IOException {
    Path data = Path.of(words[1]);
    String said =
        switch (words[0]) {
          case "keep" -> keep(data);
          case "hand-in" -> handIn(data);
          case "listen" -> listen(data);
          case "call" -> call(data);
          case "meddle" -> meddle(data);
          default -> throw new IllegalArgumentException(words[0]);
        };
    System.out.println(said);
  }

  /** The kiosk lays events down; how many wait then, and how many lie aside. */
  private static String keep(Path data) throws IOException {
    Journal journal = new Journal(data, "t-1", Journal.USUAL_CAP, Clock.systemUTC());
    journal.open();
    journal.note(new Event.ReleaseShown(1));
    var office = OpeningKey.generate(new SecureRandom()).sealKey();
    var _ = journal.submit(EventType.APPLICATION, new PersonalForm(), Optional.of(office));
    SpoolFolder spool = SpoolFolder.of(data);
    return spool.waiting().size() + " wait, " + spool.setAside().size() + " aside";
  }

  /** The agent reads them all, lays one aside and deletes the others. */
  private static String handIn(Path data) throws IOException {
    SpoolFolder spool = SpoolFolder.of(data);
    List<Waiting> waiting = spool.waiting();
    for (Waiting one : waiting) {
      var _ = spool.read(one).orElseThrow();
    }
    spool.setAside(waiting.getFirst());
    for (Waiting one : waiting.subList(1, waiting.size())) {
      spool.delete(one);
    }
    return waiting.size() + " read, " + spool.waiting().size() + " wait";
  }

  /** The agent listens until its input ends. */
  private static String listen(Path data) throws IOException {
    try (KioskLink link =
        new KioskLink(data, Optional.empty(), signer(data), () -> {}, Words.in("en"))) {
      link.start();
      System.out.println("listening");
      var _ = System.in.readAllBytes();
    }
    return "ended";
  }

  private static Signer signer(Path data) {
    IdentityFolder folder = new IdentityFolder(data, Storage.durable());
    return new Signer("t", Optional::empty, folder, Clock.systemUTC());
  }

  private static String call(Path data) {
    try (MessageLine line = MessageLine.connect(data, LONG)) {
      line.send(new KioskMessage.SyncNow().toJson());
      return AgentMessage.read(line.receive()).orElseThrow().toString();
    } catch (IOException e) {
      return "no call";
    }
  }

  /** What neither the kiosk nor anybody else may do. */
  private static String meddle(Path data) {
    for (Path file :
        List.of(data.resolve("content/x"), data.resolve("link/x"), data.resolve("repository/x"))) {
      try {
        Files.createFile(file);
        return "wrote " + file;
      } catch (IOException e) {
        // as it should be
      }
    }
    try {
      Files.delete(MessageLine.socket(data));
      return "took the socket away";
    } catch (IOException e) {
      return "nothing";
    }
  }
}
