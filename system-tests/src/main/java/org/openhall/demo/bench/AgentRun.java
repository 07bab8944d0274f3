package org.openhall.demo.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
   * @param rank how far it stood behind others
   */
  record Spent(double seconds, double processor, double memory, long bytes, Rank rank) {}

  /**
   * As {@code openhall-agent.service} runs it: nice, last on the disk and, where this machine's
   * groups can be made, with its weight on the processor (20 of 100).
   */
  private static final String AS_UNIT =
      "g=/sys/fs/cgroup/cpu; if [ -w $g/cpu.shares ]; then mkdir -p $g/openhall-agent &&"
          + " echo 205 > $g/openhall-agent/cpu.shares && echo $$ > $g/openhall-agent/tasks; fi;"
          + " exec nice -n 10 ionice -c 2 -n 7 \"$@\"";

  /** Fetches and shows the newest release. */
  static Spent sync(Hall hall) throws IOException, InterruptedException, HallException {
    return sync(hall, hall.terminal());
  }

  /** The same for another terminal. */
  static Spent sync(Hall hall, Path terminal)
      throws IOException, InterruptedException, HallException {
    String data = terminal.toString();
    return spent(Program.start(hall.logs(), Map.of(), "agent", "sync", "--json", "--data", data));
  }

  /** The same at the priority of the service. */
  static Spent syncAsUnit(Hall hall, Path terminal)
      throws IOException, InterruptedException, HallException {
    List<String> command = new ArrayList<>(List.of("sh", "-c", AS_UNIT, "sh"));
    command.addAll(Program.command("agent", "sync", "--json", "--data", terminal.toString()));
    return spent(Program.startCommand(hall.logs(), Map.of(), "agent", command));
  }

  private static Spent spent(Program started)
      throws IOException, InterruptedException, HallException {
    try (Program agent = started) {
      double memory = 0;
      double processor = 0;
      Rank rank = Rank.NONE;
      while (agent.running()) {
        rank = Rank.of(agent.pid()).orElse(rank);
        memory = Math.max(memory, agent.peakMemory().orElse(0) * 1024 / 1e6);
        processor = Math.max(processor, agent.processorTime().toMillis() / 1000.0);
        Thread.sleep(LOOK_EVERY_MILLIS);
      }
      JsonNode said = lastJson(agent.output());
      if (!said.path("outcome").asString().equals("ACTIVATED")) {
        throw new HallException("the agent did not show a new release: " + agent.output());
      }
      return new Spent(
          said.path("seconds").asDouble(), processor, memory, said.path("bytes").asLong(), rank);
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
