package org.openhall.demo.chaos;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.openhall.demo.chaos.Trial.Verdict;
import org.openhall.demo.hall.HallException;

/** Faults, one trial each, as many at once as there are processors; those that wait go beside. */
final class Campaign {
  private final Scene scene;
  private final ScreenWitness witness;
  private final Path trials;
  private final Tally tally;
  private int number;

  Campaign(Scene scene, ScreenWitness witness, Tally tally) {
    this.scene = scene;
    this.witness = witness;
    this.trials = scene.folder().resolve("trials");
    this.tally = tally;
  }

  /** Runs them all; stops at the first that could not be judged. */
  void run(List<Fault> faults) throws IOException, InterruptedException, HallException {
    int processors = Runtime.getRuntime().availableProcessors();
    try (ExecutorService working = Executors.newFixedThreadPool(processors);
        ExecutorService waiting = Executors.newFixedThreadPool(2)) {
      List<Future<Verdict>> verdicts = new ArrayList<>();
      for (Fault fault : faults) {
        Path terminal = trials.resolve("t" + ++number);
        ExecutorService place = fault.waits() ? waiting : working;
        verdicts.add(place.submit(() -> judged(fault, terminal)));
      }
      try {
        for (Future<Verdict> verdict : verdicts) {
          verdict.get();
        }
      } catch (ExecutionException e) {
        working.shutdownNow();
        waiting.shutdownNow();
        throw new HallException("a trial could not be judged: " + e.getCause());
      }
    }
  }

  private Verdict judged(Fault fault, Path terminal)
      throws IOException, InterruptedException, HallException {
    try {
      Verdict verdict = new Trial(scene, witness, terminal).run(fault);
      tally.add(verdict);
      return verdict;
    } catch (HallException e) {
      throw new HallException(fault.row() + ", " + fault.name() + ": " + e.getMessage());
    }
  }
}
