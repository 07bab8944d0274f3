package org.openhall.demo.chaos;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.openhall.demo.hall.HallException;

/**
 * The agent is killed before one of its calls.
 *
 * @param call of a recorded run
 */
record Killed(Agent agent, Scene.Before before, Call call) implements Fault {
  @Override
  public String row() {
    return "killed: " + call.step().words;
  }

  @Override
  public String name() {
    return "%s before %s (%s %d)".formatted(before, call.place(), call.name(), call.ordinal());
  }

  @Override
  public Optional<String> inject(Trial trial)
      throws IOException, InterruptedException, HallException {
    return Strace.killAt(
        call,
        trial,
        strace -> {
          Path repository = trial.scene().repository(2);
          agent.run(strace, Map.of(), Agent.sync(trial.terminal(), repository));
        });
  }
}
