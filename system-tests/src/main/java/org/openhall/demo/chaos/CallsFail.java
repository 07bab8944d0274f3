package org.openhall.demo.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import org.openhall.demo.hall.HallException;

/**
 * The disk refuses one call, and all later ones of that name upon that file.
 *
 * @param error such as {@code ENOSPC} or {@code EIO}
 */
record CallsFail(Agent agent, Scene.Before before, Call call, String error) implements Fault {

  @Override
  public String row() {
    return error.equals("ENOSPC") ? "a call fails: disk full" : "a call fails: disk broken";
  }

  @Override
  public String name() {
    return "%s from %s on (%s %d)".formatted(error, call.place(), call.name(), call.ordinal());
  }

  @Override
  public Optional<String> inject(Trial trial)
      throws IOException, InterruptedException, HallException {
    agent.run(
        Strace.fail(trial.beside("trace"), call, trial.terminal(), error),
        Map.of(),
        Agent.sync(trial.terminal(), trial.scene().repository(2)));
    return Files.readString(trial.beside("trace")).contains("(INJECTED)")
        ? Optional.of(name())
        : Optional.empty();
  }
}
