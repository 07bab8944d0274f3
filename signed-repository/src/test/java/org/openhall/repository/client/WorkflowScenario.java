package org.openhall.repository.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.repository.metadata.MetaFile;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.metadata.SigningKey;
import org.openhall.repository.metadata.TopRole;

/** A terminal that trusts the first root of an office, and ways to bend that office. */
abstract class WorkflowScenario {
  @TempDir Path dir;
  Workflow run;
  RepositorySimulator office;

  @BeforeEach
  void trustTheFirstRoot() throws IOException, RepositoryException {
    run = new Workflow(dir);
    office = run.office;
  }

  /** From now on a key that nobody named signs for the role. */
  void usurp(TopRole role) {
    office.signers.put(role, List.of(SigningKey.generate()));
  }

  /** The newest file of a role with spaces that change nothing of what it says. */
  byte[] spread(TopRole role) {
    return new String(office.current(role), UTF_8).replace(",", ", ").getBytes(UTF_8);
  }

  /** The newest file of a role and one byte more, which changes nothing of what it says. */
  byte[] longer(TopRole role) {
    return new String(office.current(role), UTF_8).concat(" ").getBytes(UTF_8);
  }

  /** Promises neither length nor hashes. */
  static MetaFile versionOnly(long version) {
    return new MetaFile(version, OptionalLong.empty(), Map.of());
  }
}
