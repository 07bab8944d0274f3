package org.openhall.kiosk.journal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.link.envelope.OpeningKey;
import org.openhall.link.event.EventMessage;
import org.openhall.link.event.SpoolFolder;

/** A kiosk that is killed while it keeps what a citizen hands in. */
class JournalKilledTest {
  private @TempDir Path data;

  @Test
  void whateverMomentItIsKilledAtWhatWasSaidToBeKeptIsThereAndNothingIsHalf()
      throws IOException, InterruptedException {
    Process writer =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                KilledWriter.class.getName(),
                data.toString(),
                OpeningKey.generate(new SecureRandom()).sealKey().text())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    List<String> said = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
      while (said.size() < 40) {
        said.add(lines.readLine());
      }
      writer.toHandle().destroyForcibly(); // that of Process would close the stream
      lines.lines().forEach(said::add);
      writer.waitFor();
    }
    SpoolFolder spool = SpoolFolder.of(data);
    spool.clearLeavings();
    List<String> kept = spool.waiting().stream().map(SpoolFolder.Waiting::id).toList();
    assertTrue(kept.containsAll(said), "said to be kept and not there");
    assertTrue(kept.size() <= said.size() + 1);
    for (SpoolFolder.Waiting one : spool.waiting()) {
      assertTrue(spool.read(one).flatMap(EventMessage::read).isPresent(), "each can be read");
    }
  }
}
