package org.openhall.demo.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.openhall.content.store.SnapshotDirectory;
import org.openhall.demo.hall.Await;
import org.openhall.demo.hall.Hall;
import org.openhall.demo.hall.HallException;
import org.openhall.demo.hall.Program;

/** Brings content onto the hall's terminal the way it comes there: by the office and the agent. */
final class FirstRelease {
  private static final Duration LONG = Duration.ofMinutes(10);

  private final Hall hall;

  FirstRelease(Hall hall) {
    this.hall = hall;
  }

  /**
   * Installs the authored sample and what else is given; then the agent ends, to be no load.
   *
   * @param sources files and folders that the office can import
   * @return the snapshot
   */
  Path install(List<Path> sources) throws IOException, InterruptedException, HallException {
    hall.office("init", "--demo-keys");
    hall.office("import-sample");
    for (Path source : sources) {
      hall.office("import", source.toString());
    }
    hall.office("publish");
    hall.enrol(hall.serve());
    SnapshotDirectory releases = new SnapshotDirectory(hall.terminal().resolve("content"));
    try (Program agent = hall.startAgent()) {
      Await.until(
          "the first release is installed",
          LONG,
          () -> {
            agent.requireRunning();
            return releases.current().isPresent();
          });
    }
    return releases.current().orElseThrow().file();
  }
}
