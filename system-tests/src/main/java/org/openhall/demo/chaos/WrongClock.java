package org.openhall.demo.chaos;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openhall.demo.hall.HallException;

/**
 * The terminal's clock is wrong by years while the agent runs.
 *
 * @param years before now, or after it
 */
record WrongClock(Agent agent, Scene.Before before, int years) implements Fault {

  @Override
  public String row() {
    return years < 0 ? "clock years behind" : "clock years ahead";
  }

  @Override
  public String name() {
    return "%+d years at %s".formatted(years, before);
  }

  @Override
  public Optional<String> inject(Trial trial)
      throws IOException, InterruptedException, HallException {
    Map<String, String> clock =
        Map.of(
            "LD_PRELOAD", "/usr/$LIB/faketime/libfaketimeMT.so.1",
            "FAKETIME", "%+dy".formatted(years),
            "FAKETIME_DONT_FAKE_MONOTONIC", "1");
    Agent.Ended ended =
        agent.run(List.of(), clock, Agent.sync(trial.terminal(), trial.scene().repository(2)));
    boolean isRefused = ended.status() == 2;
    return isRefused == (years > 0)
        ? Optional.of("ended with " + ended.status())
        : Optional.empty();
  }
}
