package org.openhall.demo.chaos;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import org.openhall.demo.chaos.ScreenWitness.Seen;
import org.openhall.demo.hall.HallException;
import org.openhall.kiosk.shell.Answer;
import org.openhall.kiosk.shell.ContentFollower;

/**
 * The part of the kiosk that follows the content, as a program of its own and without a window: it
 * asks for every list and record again and again, as pages do, and says after each round what a
 * citizen would have seen.
 */
public final class Follower {
  /** Begins each line of a round. */
  static final String ROUND = "round: ";

  private Follower() {}

  /** The folder of the scene, then that of the terminal. Ends when it is killed. */
  public static void main(String[] words) throws IOException, InterruptedException, HallException {
    ScreenWitness witness = new ScreenWitness(new Scene(Path.of(words[0])));
    SynchronousQueue<Seen> rounds = new SynchronousQueue<>();
    try (ExecutorService screen = Executors.newSingleThreadExecutor();
        ContentFollower follower =
            new ContentFollower(Path.of(words[1]), Clock.systemUTC(), screen)) {
      follower.start();
      while (!Thread.interrupted()) {
        screen.execute(() -> follower.ask(witness::glance, answer -> put(rounds, answer)));
        System.out.println(ROUND + rounds.take());
      }
    }
  }

  private static void put(SynchronousQueue<Seen> rounds, Answer<Seen> answer) {
    try {
      rounds.put(
          switch (answer) {
            case Answer.Given<Seen>(Seen seen) -> seen;
            case Answer.NoContent<Seen> _ -> new Seen.Nothing();
            case Answer.Damaged<Seen> _ -> new Seen.Damaged(0, 1);
          });
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
