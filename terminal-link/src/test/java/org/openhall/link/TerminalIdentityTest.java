package org.openhall.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerminalIdentityTest {
  private @TempDir Path dir;

  @Test
  void readsBackWhatWasWritten() throws IOException {
    TerminalIdentity identity =
        new TerminalIdentity(
            "t-1", URI.create("http://office:8080/"), List.of("city"), Instant.EPOCH);
    identity.write(dir.resolve("new"));
    assertEquals(Optional.of(identity), TerminalIdentity.read(dir.resolve("new")));
  }

  @Test
  void aTerminalThatIsNotEnrolledHasNone() throws IOException {
    assertEquals(Optional.empty(), TerminalIdentity.read(dir));
  }

  @Test
  void aDamagedFileIsNamed() throws IOException {
    for (String damaged : List.of("", "{", "{}", "null", "{\"terminalId\":\"t\"}")) {
      Files.writeString(dir.resolve("terminal.json"), damaged);
      assertThrows(UnreadableFileException.class, () -> TerminalIdentity.read(dir), damaged);
    }
  }
}
