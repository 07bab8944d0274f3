package org.openhall.demo.chaos;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.openhall.demo.chaos.ScreenWitness.Seen;
import org.openhall.demo.hall.HallException;

/**
 * The kiosk's reader is killed while the agent brings the next release, and begins anew.
 *
 * @param millis after the agent has begun
 */
record ReaderKilled(Agent agent, int millis) implements Fault {

  @Override
  public String row() {
    return "killed: the kiosk's reader during an update";
  }

  @Override
  public String name() {
    return millis + " ms after the agent has begun";
  }

  @Override
  public Scene.Before before() {
    return Scene.Before.RELEASE_1;
  }

  @Override
  public Optional<String> inject(Trial trial)
      throws IOException, InterruptedException, HallException {
    Reader reader = Reader.begin(trial);
    Agent.Running running;
    try {
      reader.awaits(new Seen.Whole(1));
      running =
          agent.begin(
              List.of(), Map.of(), Agent.sync(trial.terminal(), trial.scene().repository(2)));
      LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
    } finally {
      reader.killAndJudge(false);
    }
    Agent.Ended ended = Agent.ended(running);
    if (ended.status() != 0) {
      throw new HallException("the agent ended with " + ended.status());
    }
    Reader after = Reader.begin(trial);
    try {
      after.awaits(new Seen.Whole(2));
    } finally {
      after.killAndJudge(false);
    }
    return Optional.of(name());
  }
}
