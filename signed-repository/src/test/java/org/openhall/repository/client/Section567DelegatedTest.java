package org.openhall.repository.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openhall.repository.client.RepositorySimulator.NOW;
import static org.openhall.repository.client.RepositorySimulator.present;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openhall.repository.metadata.DelegatedRole;
import org.openhall.repository.metadata.DelegatedRole.Patterns;
import org.openhall.repository.metadata.MetaFile;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.metadata.RepositoryException.Expired;
import org.openhall.repository.metadata.RepositoryException.Malformed;
import org.openhall.repository.metadata.RepositoryException.Mismatch;
import org.openhall.repository.metadata.RepositoryException.NotEnoughSignatures;
import org.openhall.repository.metadata.RoleKeys;
import org.openhall.repository.metadata.SigningKey;
import org.openhall.repository.metadata.TargetFile;
import org.openhall.repository.metadata.Targets;
import org.openhall.repository.metadata.TopRole;

/** The specification's §5.6.7: each delegated role passes the rules of §5.6 on the way. */
class Section567DelegatedTest extends WorkflowScenario {
  private static final String NAME = "packs/a.pack";

  private void oneDelegatedTarget() {
    office.delegate("targets", "editors", "packs/*");
    office.addTarget("editors", NAME, new byte[3]);
    office.publishTargets();
  }

  @Test
  @DisplayName("§5.6.7 delegated metadata is verified: its hash")
  void delegatedHash() throws RepositoryException, IOException {
    oneDelegatedTarget();
    byte[] file = present(office.files, "2.editors.json").clone();
    file[file.length - 20] ^= 1;
    office.files.put("2.editors.json", file);
    Updater updater = run.refreshed();
    assertThrows(Mismatch.class, () -> updater.target(NAME));
    assertFalse(run.onDisk().containsKey("editors.json"));
  }

  @Test
  @DisplayName("§5.6.7 delegated metadata is verified: the keys that its delegator names")
  void delegatedSignature() throws RepositoryException, IOException {
    office.delegate("targets", "editors", "packs/*");
    SigningKey named = present(office.roleKeys, "editors");
    office.roleKeys.put("editors", SigningKey.generate());
    office.roleKeys.put("named-too", named);
    office.publishTargets();
    Updater updater = run.refreshed();
    var e = assertThrows(NotEnoughSignatures.class, () -> updater.target(NAME));
    assertEquals("editors", e.file());
  }

  @Test
  @DisplayName("§5.6.7 delegated metadata is verified: its version and that it is listed")
  void delegatedVersion() throws RepositoryException, IOException {
    oneDelegatedTarget();
    office.furtherMeta.put("editors.json", versionOnly(3));
    office.publishSnapshot(MetaFile.of(2, office.current(TopRole.TARGETS)));
    office.files.put("3.editors.json", present(office.files, "2.editors.json"));
    Updater updater = run.refreshed();
    assertThrows(RepositoryException.WrongVersion.class, () -> updater.target(NAME));
  }

  @Test
  @DisplayName("§5.6.7 a role that the snapshot does not list ends the search")
  void delegatedUnlisted() throws RepositoryException, IOException {
    oneDelegatedTarget();
    office.publishSnapshot(MetaFile.of(2, office.current(TopRole.TARGETS)));
    Updater updater = run.refreshed();
    assertThrows(Malformed.class, () -> updater.target(NAME));
  }

  @Test
  @DisplayName("§5.6.7 delegated metadata is verified: its expiry")
  void delegatedExpiry() throws RepositoryException, IOException {
    office.roleExpires.put("editors", NOW);
    oneDelegatedTarget();
    Updater updater = run.refreshed();
    var e = assertThrows(Expired.class, () -> updater.target(NAME));
    assertEquals("editors", e.file());
    assertFalse(run.onDisk().containsKey("editors.json"));
  }

  @Test
  @DisplayName(
      "§5.6.7 metadata that cannot be fetched ends the search, although another role knows")
  void delegatedAbsent() throws RepositoryException, IOException {
    office.delegate("targets", "a", "packs/*");
    office.delegate("targets", "b", "packs/*");
    office.addTarget("b", NAME, new byte[1]);
    office.publishTargets();
    office.files.remove("2.a.json");
    Updater updater = run.refreshed();
    assertThrows(FetchException.NotFound.class, () -> updater.target(NAME));
  }

  @Test
  @DisplayName("§5.6.6 delegated metadata is kept, and not fetched again, also in another run")
  void delegatedKept() throws RepositoryException, IOException {
    oneDelegatedTarget();
    Updater updater = run.refreshed();
    updater.target(NAME);
    updater.target("packs/other");
    assertEquals(1, office.asked.stream().filter("2.editors.json"::equals).count());
    run.refreshed().target(NAME);
    assertEquals(1, office.asked.stream().filter("2.editors.json"::equals).count());
    assertEquals(
        new String(present(office.files, "2.editors.json"), UTF_8),
        run.onDisk().get("editors.json"));
  }

  @Test
  @DisplayName("§5.1 delegated metadata is judged at the time at which the run began")
  void delegatedReferenceTime() throws RepositoryException, IOException {
    oneDelegatedTarget();
    Deque<Instant> clock = new ArrayDeque<>(List.of(NOW, NOW.plus(Duration.ofDays(90))));
    Updater updater =
        new Updater(
            dir,
            office,
            new Clock() {
              @Override
              public Instant instant() {
                return clock.size() > 1 ? clock.pop() : clock.peek();
              }

              @Override
              public ZoneOffset getZone() {
                return ZoneOffset.UTC;
              }

              @Override
              public Clock withZone(ZoneId zone) {
                return this;
              }
            });
    updater.refresh();
    assertTrue(updater.target(NAME).isPresent());
  }

  /** Two may delegate to one name; what one of them vouched for is not the other one's word. */
  @Test
  @DisplayName("§5.6.7 a role counts under the keys of the delegator through which it was reached")
  void twoDelegators() throws RepositoryException, IOException {
    office.delegate("targets", "a", "packs/*");
    office.delegate("targets", "b", "other/*");
    office.delegate("a", "shared", "packs/*");
    SigningKey stranger = SigningKey.generate();
    office.delegated.put(
        "b",
        List.of(
            new DelegatedRole(
                "shared",
                new RoleKeys(Set.of(stranger.id()), 1),
                false,
                new Patterns(List.of("other/*")))));
    office.addTarget("shared", NAME, new byte[1]);
    office.addTarget("shared", "other/1", new byte[1]);
    office.publishTargets();
    Updater updater = run.refreshed();
    assertTrue(updater.target(NAME).isPresent());
    assertThrows(NotEnoughSignatures.class, () -> updater.target("other/1"));
  }

  @Test
  @DisplayName("§4.5 a role's whole metadata can be read, under the top-level role's keys only")
  void wholeRole() throws RepositoryException, IOException {
    oneDelegatedTarget();
    Updater updater = run.refreshed();
    Targets editors = updater.role("editors").orElseThrow();
    assertEquals(Set.of(NAME), editors.targets().keySet());
    assertEquals(3, editors.targets().values().stream().mapToLong(TargetFile::length).sum());
    assertTrue(updater.role("reviewers").isEmpty());
  }

  @Test
  @DisplayName(
      "§4.5 a role's name is one encoded segment of the address and one file of the folder")
  void unusualNames() throws RepositoryException, IOException {
    office.delegate("targets", "../编辑?", "packs/*");
    office.publishTargets();
    run.refreshed().target(NAME);
    String file = "..%2F%E7%BC%96%E8%BE%91%3F.json";
    assertEquals("2." + file, office.asked.getLast());
    assertTrue(Files.exists(dir.resolve(file)));
  }
}
