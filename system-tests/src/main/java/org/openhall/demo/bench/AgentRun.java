package org.openhall.demo.bench;

import java.io.IOException;
import java.util.Map;
import org.openhall.demo.hall.Hall;
import org.openhall.demo.hall.HallException;
import org.openhall.demo.hall.Program;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One run of the agent as a program of its own, watched from outside. */
final class AgentRun {
  private static final int LOOK_EVERY_MILLIS = 20;

  private AgentRun() {}

  /**
   * What a run took.
   *
   * @param seconds by the clock, from the question for metadata to the attachments
   * @param processor seconds of processor time of the whole process, its start included
   * @param memory VmHWM in MB
   * @param bytes that came over the line
   */
  record Spent(double seconds, double processor, double memory, long bytes) {}

  /** Fetches and shows the newest release. */
  static Spent sync(Hall hall) throws IOException, InterruptedException, HallException {
    String data = hall.terminal().toString();
    try (Program agent =
        Program.start(hall.logs(), Map.of(), "agent", "sync", "--json", "--data", data)) {
      double memory = 0;
      double processor = 0;
      while (agent.running()) {
        memory = Math.max(memory, agent.peakMemory().orElse(0) * 1024 / 1e6);
        processor = Math.max(processor, agent.processorTime().toMillis() / 1000.0);
        Thread.sleep(LOOK_EVERY_MILLIS);
      }
      JsonNode said = lastJson(agent.output());
      if (!said.path("outcome").asString().equals("ACTIVATED")) {
        throw new HallException("the agent did not show a new release: " + agent.output());
      }
      return new Spent(
          said.path("seconds").asDouble(), processor, memory, said.path("bytes").asLong());
    }
  }

  private static JsonNode lastJson(String output) throws HallException {
    return output
        .lines()
        .filter(line -> line.startsWith("{"))
        .reduce((first, last) -> last)
        .map(line -> JsonMapper.shared().readTree(line))
        .orElseThrow(() -> new HallException("no JSON in: " + output));
  }
}
