package org.openhall.agent.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.openhall.agent.sync.SyncOutcome.Refused;
import org.openhall.repository.client.FetchException;
import org.openhall.repository.client.Sources;
import org.openhall.repository.client.Updater;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.metadata.TopRole;

/**
 * How every run begins, and all that a push needs: the metadata, then the emergency list, before
 * any release. In one turn, so that a run and a push do not undo each other's work.
 */
final class FirstSteps {
  private final Turns turns;
  private final Updater updater;
  private final EmergencyFetch emergency;
  private final Trouble trouble;
  private final Path timestamp;
  private Optional<SyncOutcome> turnedDown = Optional.empty();

  /**
   * @param repository places that stand in the folder that holds {@code metadata/} and {@code
   *     targets/}
   */
  FirstSteps(Terminal terminal, Sources repository, Turns turns, SyncJob.Machine machine) {
    Sources line = repository.each(turns::yielding);
    this.turns = turns;
    this.updater =
        new Updater(
            Terminal.metadata(terminal.data()),
            line.in("metadata"),
            machine.clock(),
            machine.storage());
    this.emergency = new EmergencyFetch(terminal, updater, line.in("targets"), machine);
    this.timestamp = Terminal.metadata(terminal.data()).resolve(TopRole.TIMESTAMP.fileName());
    this.trouble = new Trouble(terminal, machine.clock());
  }

  /** The metadata as of the last {@link #run}. */
  Updater updater() {
    return updater;
  }

  /**
   * Takes them. What is wrong with the list alone keeps no release away, see {@link #turnedDown}.
   */
  void run() throws RepositoryException, IOException {
    turns.take(() -> {
      turnedDown = Optional.empty();
      emergency.mend();
      updater.refresh();
      fetchEmergency();
      if (turnedDown.isEmpty()) {
        turns.settle(Files.readAllBytes(timestamp));
      }
    });
  }

  /** What is wrong with the emergency list: the one that is there stays. */
  Optional<SyncOutcome> turnedDown() {
    return turnedDown;
  }

  private void fetchEmergency() throws IOException {
    try {
      emergency.run();
    } catch (RepositoryException e) {
      turnedDown = Optional.of(trouble.outcome(e));
    } catch (RefusedException e) {
      turnedDown = Optional.of(new Refused(e.sentence(), e.breach()));
    } catch (FetchException.NotFound e) {
      turnedDown = Optional.of(trouble.outcome(e));
    }
  }
}
