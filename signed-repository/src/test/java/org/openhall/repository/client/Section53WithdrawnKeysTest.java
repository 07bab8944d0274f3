package org.openhall.repository.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.openhall.repository.client.RepositorySimulator.present;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.metadata.SigningKey;
import org.openhall.repository.metadata.TopRole;

/** The specification's §5.3.11: what withdrawn keys take with them. */
class Section53WithdrawnKeysTest extends WorkflowScenario {
  @ParameterizedTest
  @EnumSource(names = {"TIMESTAMP", "SNAPSHOT"})
  @DisplayName("§5.3.11 new keys for timestamp or snapshot delete both files")
  void s5x3x11(TopRole role) throws RepositoryException, IOException {
    run.refresh();
    run.rotate(role);
    office.publishRoot();
    office.files.remove("timestamp.json");
    assertThrows(FetchException.NotFound.class, run::refresh);
    assertEquals(Set.of("root.json", "targets.json"), run.onDisk().keySet());
  }

  @Test
  @DisplayName("§5.3.11 one withdrawn key of two is enough, although the other one still signs")
  void s5x3x11Partly() throws RepositoryException, IOException {
    SigningKey stays = SigningKey.generate();
    SigningKey stolen = SigningKey.generate();
    office.named.put(TopRole.TIMESTAMP, List.of(stays, stolen));
    office.signers.put(TopRole.TIMESTAMP, List.of(stays));
    office.publishRoot();
    office.versions.put(TopRole.TIMESTAMP, 1_000_000L);
    office.publishTargets();
    run.refresh();
    office.named.put(TopRole.TIMESTAMP, List.of(stays));
    office.publishRoot();
    office.versions.put(TopRole.TIMESTAMP, 1L);
    office.publishTargets();
    assertEquals(2, run.refresh().timestampVersion());
  }

  @Test
  @DisplayName("§5.3.11 versions that an attacker drove up die with the stolen keys")
  void s5x3x11Recovery() throws RepositoryException, IOException {
    for (TopRole role : TopRole.values()) {
      office.versions.put(role, role == TopRole.ROOT ? 1L : 1_000_000L);
    }
    office.publishTargets();
    run.refresh();
    for (TopRole role : List.of(TopRole.TIMESTAMP, TopRole.SNAPSHOT, TopRole.TARGETS)) {
      run.rotate(role);
      office.versions.put(role, 1L);
    }
    office.publishRoot();
    office.publishTargets();
    Refreshed refreshed = run.refresh();
    assertEquals(2, refreshed.timestampVersion());
    assertEquals(2, refreshed.targetsVersion());
  }

  @Test
  @DisplayName("§5.3.11 a further key withdraws nothing and deletes nothing")
  void s5x3x11Added() throws RepositoryException, IOException {
    run.refresh();
    SigningKey old = present(office.signers, TopRole.TIMESTAMP).getFirst();
    office.named.put(TopRole.TIMESTAMP, List.of(old, SigningKey.generate()));
    office.publishRoot();
    office.files.remove("timestamp.json");
    assertThrows(FetchException.NotFound.class, run::refresh);
    assertEquals(4, run.onDisk().size());
  }
}
