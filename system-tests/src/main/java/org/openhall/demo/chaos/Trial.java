package org.openhall.demo.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openhall.agent.identity.Membership;
import org.openhall.agent.sync.SyncJob;
import org.openhall.agent.sync.SyncRun;
import org.openhall.agent.sync.SyncWatch;
import org.openhall.agent.sync.Terminal;
import org.openhall.agent.text.Words;
import org.openhall.demo.chaos.ScreenWitness.Seen;
import org.openhall.demo.hall.HallException;
import org.openhall.link.TerminalIdentity;
import org.openhall.repository.client.DirectoryFetcher;

/**
 * One fault, from a fresh terminal to the verdict: inject, look, let the agent run once
 * undisturbed, look again.
 */
final class Trial {
  private final Scene scene;
  private final ScreenWitness witness;
  private final Path terminal;

  /**
   * @param terminal where the terminal is to be made; nothing is there yet
   */
  Trial(Scene scene, ScreenWitness witness, Path terminal) {
    this.scene = scene;
    this.witness = witness;
    this.terminal = terminal;
  }

  /**
   * What came of a fault.
   *
   * @param injected what was done, in words; empty where the fault did not come about
   * @param after what was wrong on the screen then
   * @param healed what was wrong after the next run
   */
  record Verdict(
      Fault fault, Optional<String> injected, Optional<String> after, Optional<String> healed) {

    boolean isGood() {
      return injected.isPresent() && after.isEmpty() && healed.isEmpty();
    }
  }

  Scene scene() {
    return scene;
  }

  /** The terminal's data folder. */
  Path terminal() {
    return terminal;
  }

  /** A file beside the terminal, for a trace. */
  Path beside(String name) {
    return terminal.resolveSibling(terminal.getFileName() + "." + name);
  }

  Verdict run(Fault fault) throws IOException, InterruptedException, HallException {
    if (fault.copiesTerminal()) {
      Folders.copy(scene.terminal(fault.before()), terminal);
    }
    Injected injected = inject(fault);
    Optional<String> after =
        injected.wrong().isPresent() ? injected.wrong() : complaint(fault, witness.look(terminal));
    fault.lift(this);
    long wanting = fault.mayAlsoFetch(scene) + wanting(scene.settled(fault.before()));
    SyncRun.Finished next = sync();
    Optional<String> healed = complaintAfter(next, fault).or(() -> tooMuch(next.bytes(), wanting));
    Folders.delete(terminal);
    Files.deleteIfExists(beside("trace"));
    return new Verdict(fault, injected.what(), after, healed);
  }

  /** What was done, and what the agent did wrong at once. */
  private record Injected(Optional<String> what, Optional<String> wrong) {}

  private Injected inject(Fault fault) throws IOException, InterruptedException {
    try {
      return new Injected(fault.inject(this), Optional.empty());
    } catch (HallException e) {
      return new Injected(Optional.of(fault.name()), Optional.of(String.valueOf(e.getMessage())));
    }
  }

  private Optional<String> complaint(Fault fault, Seen seen) throws IOException {
    if (!witness.isEmergencySound(terminal, fault.touchesContent())) {
      return Optional.of("the emergency list is none that was signed");
    }
    boolean allowed =
        switch (seen) {
          case Seen.Nothing _ -> fault.before() == Scene.Before.NOTHING || fault.touchesContent();
          case Seen.Whole(long release) ->
              release == 2 || (release == 1 && fault.before() != Scene.Before.NOTHING);
          case Seen.Damaged _ -> fault.touchesContent();
          case Seen.Wrong _ -> fault.bringsForeignContent();
        };
    return allowed ? Optional.empty() : Optional.of("the screen shows " + seen);
  }

  /** The next run, with nothing in its way. */
  private SyncRun.Finished sync() throws IOException {
    Clock clock = Clock.systemUTC();
    TerminalIdentity identity = TerminalIdentity.read(terminal).orElseThrow();
    Terminal enrolled = new Terminal(terminal, identity);
    Membership membership = Membership.of(terminal, identity, clock).orElseThrow().withoutLine();
    DirectoryFetcher office = new DirectoryFetcher(scene.repository(2));
    SyncJob job = new SyncJob(enrolled, office, clock, SyncWatch.NONE);
    return new SyncRun(job, membership, Words.in("en"), clock).run(null);
  }

  private Optional<String> complaintAfter(SyncRun.Finished next, Fault fault) throws IOException {
    if (!next.outcome().isGood()) {
      return Optional.of("the next run ended with " + next.outcome());
    }
    Seen seen = witness.look(terminal);
    if (!seen.equals(new Seen.Whole(2))) {
      return Optional.of("after the next run the screen shows " + seen);
    }
    if (!witness.isEmergencySound(terminal, false)) {
      return Optional.of("after the next run the emergency list is none that was signed");
    }
    return difference(scene.settled(fault.before()));
  }

  /** Everything that decides later updates must be as if nothing had happened. */
  private Optional<String> difference(Path settled) throws IOException {
    Path repository = terminal.resolve("repository");
    List<String> different = new ArrayList<>();
    for (Map.Entry<String, Path> file : Folders.files(settled.resolve("repository")).entrySet()) {
      Path mine = repository.resolve(file.getKey());
      boolean isOwn = file.getKey().startsWith("active") || file.getKey().startsWith("packs");
      if (!isOwn && !(Files.exists(mine) && Files.mismatch(mine, file.getValue()) < 0)) {
        different.add(file.getKey());
      }
    }
    different.addAll(LocalCopy.faults(repository, witness.signed(2)));
    return different.isEmpty()
        ? Optional.empty()
        : Optional.of("after the next run these are not as they should be: " + different);
  }

  /**
   * Bytes of all that is missing or damaged, and of the timestamp, which is asked for each time.
   */
  private long wanting(Path settled) throws IOException {
    long bytes = 0;
    for (Map.Entry<String, Path> file : Folders.files(settled).entrySet()) {
      String name = file.getKey();
      Path mine = terminal.resolve(name);
      boolean isThere = Files.exists(mine) && Files.mismatch(mine, file.getValue()) < 0;
      boolean isAsked = name.endsWith("/timestamp.json") || !isThere;
      bytes += isFetched(name) && isAsked ? Files.size(file.getValue()) : 0;
    }
    return bytes;
  }

  private static boolean isFetched(String name) {
    return (name.startsWith("repository/") || name.startsWith("files/"))
        && !name.startsWith("repository/active");
  }

  private static Optional<String> tooMuch(long fetched, long wanting) {
    return fetched <= wanting
        ? Optional.empty()
        : Optional.of("%d bytes were fetched, %d were missing".formatted(fetched, wanting));
  }
}
