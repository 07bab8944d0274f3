package org.openhall.demo.chaos;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.openhall.demo.chaos.ScreenWitness.Seen;
import org.openhall.demo.hall.Await;
import org.openhall.demo.hall.HallException;

/** A {@link Follower} that runs, and what it has seen. */
record Reader(OwnProgram program) {
  private static final Duration LONG = Duration.ofMinutes(5);

  static Reader begin(Trial trial) throws IOException {
    Path log = trial.beside("reader.log");
    String scene = trial.scene().folder().toString();
    return new Reader(
        OwnProgram.begin(List.of(), Follower.class, log, scene, trial.terminal().toString()));
  }

  private List<String> rounds() throws IOException {
    return program.said().lines().filter(line -> line.startsWith(Follower.ROUND)).toList();
  }

  /** Waits until a round has seen this. */
  void awaits(Seen seen) throws IOException, InterruptedException, HallException {
    String line = Follower.ROUND + seen;
    Await.until("the reader has seen " + seen, LONG, () -> isAlive() && rounds().contains(line));
  }

  /** Waits for so many more whole rounds. */
  void awaitsRounds(int count) throws IOException, InterruptedException, HallException {
    int before = rounds().size();
    Await.until(
        "the reader has looked again", LONG, () -> isAlive() && rounds().size() > before + count);
  }

  private boolean isAlive() throws IOException, HallException {
    if (!program.process().isAlive()) {
      throw new HallException("the reader ended by itself: " + program.said());
    }
    return true;
  }

  /**
   * Kills it.
   *
   * @param mayBeDamaged whether a round may have said that something is damaged
   */
  void killAndJudge(boolean mayBeDamaged) throws IOException, InterruptedException, HallException {
    String said = program.kill();
    for (String line : said.lines().filter(l -> l.startsWith(Follower.ROUND)).toList()) {
      boolean isWhole = line.contains("Whole[") || line.contains("Nothing[");
      if (!isWhole && !(mayBeDamaged && line.contains("Damaged["))) {
        throw new HallException("a round of the reader saw " + line);
      }
    }
  }
}
