package org.openhall.demo.chaos;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openhall.demo.hall.HallException;

/**
 * Several agents begin at once upon one folder.
 *
 * @param agents how many
 */
record TwoAgents(Agent agent, Scene.Before before, int agents) implements Fault {
  private static final int IN_USE = 3;

  @Override
  public String row() {
    return "several agents at once";
  }

  @Override
  public String name() {
    return agents + " agents at " + before;
  }

  @Override
  public Optional<String> inject(Trial trial)
      throws IOException, InterruptedException, HallException {
    Path repository = trial.scene().repository(2);
    List<Agent.Running> running = new ArrayList<>();
    for (int i = 0; i < agents; i++) {
      running.add(agent.begin(List.of(), Map.of(), Agent.sync(trial.terminal(), repository)));
    }
    List<Integer> ends = new ArrayList<>();
    for (Agent.Running one : running) {
      ends.add(Agent.ended(one).status());
    }
    boolean isOrderly = ends.contains(0) && ends.stream().allMatch(e -> e == 0 || e == IN_USE);
    return isOrderly ? Optional.of("ended with " + ends) : Optional.empty();
  }
}
