package org.openhall.agent.spool;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openhall.agent.identity.OfficeLine;
import org.openhall.agent.text.Sentence;
import org.openhall.agent.text.Words;
import org.openhall.link.Json;
import org.openhall.link.UnreadableFileException;
import org.openhall.link.event.EventBatch;
import org.openhall.link.event.EventMessage;
import org.openhall.link.event.EventReceipt;
import org.openhall.link.event.EventReceipt.Line;
import org.openhall.link.event.EventType.Worth;
import org.openhall.link.event.SpoolFolder;
import org.openhall.link.event.SpoolFolder.Waiting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands the events of the spool in, citizens' matters first, and deletes each when the office has
 * named it as kept. One that nobody takes is laid aside with a word in the log; it is not sent
 * again and holds up no other. A few batches at a time: what is left goes after the next run.
 */
public final class SpoolUpload {
  private static final Logger LOG = LoggerFactory.getLogger(SpoolUpload.class);
  private static final String EVENTS = "api/terminal/events";
  private static final int BATCHES = 16;
  private static final int KEPT_ASIDE = 100;

  /** Bytes around the events of a batch, and between them. */
  private static final int AROUND = 64;

  private static final Comparator<Waiting> CITIZENS_FIRST =
      Comparator.comparing(w -> w.type().worth() != Worth.CITIZENS);

  private final SpoolFolder spool;
  private final Optional<OfficeLine> line;
  private final Words words;
  private int most = EventBatch.MOST;
  private Optional<Sentence> said = Optional.empty();

  /**
   * @param line to the office; empty where it does not know who this terminal is
   * @param words the language of the log
   */
  public SpoolUpload(Path dataDir, Optional<OfficeLine> line, Words words) {
    this.spool = SpoolFolder.of(dataDir);
    this.line = line;
    this.words = words;
  }

  /** Hands in, and says in the log what somebody should know, once. */
  public void runAndSay() {
    UploadOutcome outcome = run();
    Optional<Sentence> now =
        outcome instanceof UploadOutcome.Later(Sentence why) ? Optional.of(why) : Optional.empty();
    if (!now.equals(said)) {
      now.ifPresent(why -> LOG.warn("{}", words.say(why)));
    }
    said = now;
  }

  /** Hands in what waits, as much as a few batches take. */
  public UploadOutcome run() {
    Tally tally = new Tally();
    try {
      for (int i = 0; i < BATCHES; i++) {
        Map<Waiting, EventMessage> batch = next(tally);
        if (batch.isEmpty() || line.isEmpty()) {
          break;
        }
        Optional<Sentence> trouble = send(batch, line.get(), tally);
        if (trouble.isPresent()) {
          return new UploadOutcome.Later(trouble.get());
        }
      }
    } catch (IOException e) {
      return new UploadOutcome.Later(Sentence.of("events.later", e.toString()));
    }
    return tally.outcome();
  }

  /** What has been done in this run. */
  private static final class Tally {
    private final Set<String> asked = new HashSet<>();
    private int kept;
    private int setAside;

    UploadOutcome outcome() {
      return kept + setAside == 0
          ? new UploadOutcome.Nothing()
          : new UploadOutcome.HandedIn(kept, setAside);
    }
  }

  /** The events of the next batch with their files; each is asked about once in a run. */
  private Map<Waiting, EventMessage> next(Tally tally) throws IOException {
    Map<Waiting, EventMessage> batch = new LinkedHashMap<>();
    long length = AROUND;
    List<Waiting> waiting = new ArrayList<>(spool.waiting());
    waiting.removeIf(one -> tally.asked.contains(one.id()));
    waiting.sort(CITIZENS_FIRST); // stable: the oldest first among each
    for (Waiting one : waiting) {
      Optional<EventMessage> message = read(one, tally);
      if (message.isEmpty()) {
        continue;
      }
      length += Json.write(message.get()).length + AROUND;
      if (length > EventBatch.LARGEST || batch.size() == most) {
        break;
      }
      batch.put(one, message.get());
    }
    return batch;
  }

  /** Empty where there is nothing to send: it is gone, or was damaged and is laid aside. */
  private Optional<EventMessage> read(Waiting one, Tally tally) throws IOException {
    try {
      Optional<EventMessage> message = spool.read(one);
      boolean fits =
          message.filter(m -> Json.write(m).length <= EventBatch.LARGEST / 2).isPresent();
      if (message.isPresent() && (!fits || !message.get().id().equals(one.id()))) {
        setAside(one, "events.damaged", tally);
        return Optional.empty();
      }
      return message;
    } catch (UnreadableFileException e) {
      setAside(one, "events.damaged", tally);
      return Optional.empty();
    }
  }

  /** Why the rest of the run is of no use, if it is. */
  private Optional<Sentence> send(Map<Waiting, EventMessage> batch, OfficeLine office, Tally tally)
      throws IOException {
    batch.keySet().forEach(one -> tally.asked.add(one.id()));
    byte[] json = Json.write(new EventBatch(List.copyOf(batch.values())));
    OfficeLine.Answer answer = office.post(EVENTS, json);
    if (answer.status() == HttpURLConnection.HTTP_BAD_REQUEST) {
      return refusedWhole(batch, tally);
    }
    Optional<EventReceipt> receipt =
        answer.isGood() ? Json.read(answer.body(), EventReceipt.class) : Optional.empty();
    if (receipt.isEmpty()) {
      return Optional.of(Sentence.of("events.later", "HTTP " + answer.status()));
    }
    most = Math.min(EventBatch.MOST, most * 2);
    settle(batch, receipt.get(), tally);
    return Optional.empty();
  }

  /** One of them spoils the batch: smaller ones find it, while the others go through. */
  private Optional<Sentence> refusedWhole(Map<Waiting, EventMessage> batch, Tally tally)
      throws IOException {
    if (batch.size() == 1) {
      setAside(batch.keySet().iterator().next(), "events.refused", tally);
    } else {
      batch.keySet().forEach(one -> tally.asked.remove(one.id()));
    }
    most = Math.max(1, batch.size() / 2);
    return Optional.empty();
  }

  private void settle(Map<Waiting, EventMessage> batch, EventReceipt receipt, Tally tally)
      throws IOException {
    Map<String, Line> lines = new HashMap<>();
    receipt.lines().forEach(said -> lines.put(said.id(), said));
    for (Waiting one : batch.keySet()) {
      Line said = lines.get(one.id());
      if (said == null) {
        continue; // it stays, and is asked about again after the next run
      }
      if (said.isKept()) {
        spool.delete(one);
        tally.kept++;
      } else if (said.verdict() == EventReceipt.Verdict.REFUSED) {
        setAside(one, "events.refused", tally);
      }
    }
  }

  private void setAside(Waiting one, String key, Tally tally) throws IOException {
    spool.setAside(one);
    spool.forgetAside(KEPT_ASIDE);
    tally.setAside++;
    String name = String.valueOf(one.file().getFileName());
    LOG.warn("{}", words.say(Sentence.of(key, name)));
  }
}
