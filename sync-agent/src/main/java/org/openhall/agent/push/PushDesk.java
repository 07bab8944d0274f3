package org.openhall.agent.push;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import org.openhall.agent.sync.Breach;
import org.openhall.agent.sync.SyncOutcome;
import org.openhall.agent.text.Sentence;
import org.openhall.agent.text.Words;
import org.openhall.link.JsonFile;
import org.openhall.link.status.PushStatus;
import org.openhall.link.status.PushStatus.Line;
import org.openhall.link.status.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down how the line stands, for technicians; written anew only where something changed. */
final class PushDesk {
  private static final Logger LOG = LoggerFactory.getLogger(PushDesk.class);

  private final JsonFile<PushStatus> file;
  private final Words words;
  private final Clock clock;
  private PushStatus status;

  PushDesk(JsonFile<PushStatus> file, Words words, Clock clock) {
    this.file = file;
    this.words = words;
    this.clock = clock;
    this.status = new PushStatus(Line.CLOSED, clock.instant(), null, null, null);
  }

  /** Nothing is known yet; what an earlier process wrote does not hold. */
  void begin() {
    write(status);
  }

  /** The line is open. */
  void opened() {
    if (status.line() != Line.OPEN) {
      write(
          new PushStatus(Line.OPEN, clock.instant(), status.lastMessage(), null, status.refusal()));
      LOG.info("{}", words.say(Sentence.of("push.open")));
    }
  }

  /** The line is not there. */
  void closed(Sentence why) {
    String said = words.say(why);
    if (status.line() != Line.CLOSED || !said.equals(status.trouble())) {
      Instant since = status.line() == Line.CLOSED ? status.since() : clock.instant();
      write(new PushStatus(Line.CLOSED, since, status.lastMessage(), said, status.refusal()));
      LOG.warn("{}", said);
    }
  }

  /** Something was pushed and taken: what was refused before is over. */
  void taken() {
    Refusal before = status.refusal();
    write(
        new PushStatus(
            status.line(),
            status.since(),
            clock.instant(),
            status.trouble(),
            before == null ? null : before.settled()));
  }

  /** Something was pushed and not taken. */
  void refused(SyncOutcome why) {
    String said = words.say(why.words());
    LOG.warn("{}", words.say(Sentence.of("push.not-taken", said)));
    if (why.broken().isPresent()) {
      Breach breach = why.broken().get();
      Refusal refusal =
          Refusal.met(
                  breach.file(),
                  breach.rule(),
                  breach.clause(),
                  breach.offered(),
                  said,
                  clock.instant())
              .after(status.refusal());
      write(
          new PushStatus(
              status.line(), status.since(), status.lastMessage(), status.trouble(), refusal));
    }
  }

  private void write(PushStatus now) {
    status = now;
    try {
      file.write(now);
    } catch (IOException e) {
      LOG.warn("{} cannot be written: {}", "status/push.json", e.toString());
    }
  }
}
