package org.openhall.agent.sync;

import java.io.IOException;
import java.util.Optional;
import org.openhall.link.push.PushMessage;
import org.openhall.repository.client.Fetcher;
import org.openhall.repository.client.Sources;
import org.openhall.repository.metadata.RepositoryException;

/**
 * Takes what the office pushed through the same gate as what is fetched, at once, whatever a run of
 * {@link SyncJob} is doing meanwhile.
 */
public final class PushIntake {
  private static final String TIMESTAMP = "metadata/timestamp.json";

  private final Terminal terminal;
  private final Fetcher line;
  private final Turns turns;
  private final SyncJob.Machine machine;
  private final PushedFiles ahead;

  /**
   * @param ahead where a run finds what came with a release
   */
  PushIntake(
      Terminal terminal, Fetcher line, Turns turns, SyncJob.Machine machine, PushedFiles ahead) {
    this.terminal = terminal;
    this.line = line;
    this.turns = turns;
    this.machine = machine;
    this.ahead = ahead;
  }

  /** Judges a message and shows what it brings. May ask the line for what it lacks. */
  public PushOutcome take(PushMessage message) {
    Trouble trouble = new Trouble(terminal, machine.clock());
    try {
      PushOutcome outcome = isKnown(message) ? known(message) : judge(message);
      if (message instanceof PushMessage.Release(var files, _)) {
        ahead.keep(files);
      }
      return outcome;
    } catch (RepositoryException e) {
      return notTaken(trouble.outcome(e));
    } catch (IOException e) {
      return notTaken(trouble.outcome(e));
    }
  }

  private static PushOutcome notTaken(SyncOutcome why) {
    return why.broken().isPresent() ? new PushOutcome.Refused(why) : new PushOutcome.Missed(why);
  }

  /** That costs nothing: every line begins with the timestamp. */
  private boolean isKnown(PushMessage message) {
    return message.files().stream()
        .filter(file -> file.path().equals(TIMESTAMP))
        .anyMatch(file -> turns.isSettled(file.bytes().bytes()));
  }

  /**
   * A release may come right after a notice with the same timestamp; its packs are still to be
   * fetched. The timestamp alone is what every line begins with.
   */
  private static PushOutcome known(PushMessage message) {
    return message instanceof PushMessage.Release(var files, _) && files.size() > 1
        ? new PushOutcome.Taken(Optional.empty())
        : new PushOutcome.Known();
  }

  private PushOutcome judge(PushMessage message) throws RepositoryException, IOException {
    try {
      return run(new PushedFetcher(message.files(), line, false));
    } catch (RepositoryException.NotEnoughSignatures e) {
      return run(new PushedFetcher(message.files(), line, true)); // keys may have been exchanged
    }
  }

  private PushOutcome run(Fetcher pushed) throws RepositoryException, IOException {
    FirstSteps steps = new FirstSteps(terminal, Sources.only(pushed), turns, machine);
    steps.run();
    return new PushOutcome.Taken(steps.turnedDown());
  }
}
