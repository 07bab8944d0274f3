package org.openhall.repository.publisher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.repository.client.DirectoryFetcher;
import org.openhall.repository.client.Updater;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.metadata.RepositoryException.NotEnoughSignatures;
import org.openhall.repository.metadata.SigningKey;
import org.openhall.repository.metadata.TargetFile;
import org.openhall.repository.metadata.TopRole;

/** Changes of keys, as a client that trusted the first root sees them. */
class KeyCeremonyTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-24T08:00:00Z"), ZoneOffset.UTC);

  private @TempDir Path dir;
  private RepositoryPublisher publisher;
  private final List<SigningKey> rootKeys =
      List.of(SigningKey.generate(), SigningKey.generate(), SigningKey.generate());
  private final SigningKey targetsKey = SigningKey.generate();
  private final SigningKey zhang = SigningKey.generate();
  private final SigningKey li = SigningKey.generate();

  @BeforeEach
  void publish() throws IOException, RepositoryException {
    publisher = new RepositoryPublisher(dir.resolve("repository"), dir.resolve("keys"), CLOCK);
    publisher.keys().begin(rootKeys, 2, targetsKey);
    Updater.trust(dir.resolve("client"), publisher.root());
    nameEditors(zhang);
    say(zhang, 1);
  }

  private void nameEditors(SigningKey... keys) throws IOException, RepositoryException {
    publisher
        .keys()
        .delegate(
            "editors",
            List.of(keys).stream().map(SigningKey::key).toList(),
            List.of("a"),
            targetsKey);
  }

  private void say(SigningKey key, long length) throws IOException, RepositoryException {
    List<TargetFile> files = List.of(new TargetFile("a", length, "0".repeat(64)));
    publisher.publish(Map.of(), Map.of("editors", publisher.sign("editors", files, key)));
  }

  /** The length of the file as the editors give it. */
  private long heard() throws IOException, RepositoryException {
    Updater client =
        new Updater(
            dir.resolve("client"),
            new DirectoryFetcher(dir.resolve("repository")).in("metadata"),
            CLOCK);
    client.refresh();
    return client.target("a").orElseThrow().length();
  }

  @Test
  void everyTopLevelKeyCanBeReplacedAndTheReleaseStays() throws IOException, RepositoryException {
    assertEquals(1, heard());
    List<SigningKey> two = rootKeys.subList(0, 2);
    publisher.keys().replaceOnlineKey(TopRole.TIMESTAMP, two);
    assertEquals(1, heard());
    publisher.keys().replaceOnlineKey(TopRole.SNAPSHOT, two);
    assertEquals(1, heard());
    SigningKey fresh = SigningKey.generate();
    publisher.keys().replaceTargetsKey(fresh, two);
    assertEquals(1, heard());
    assertThrows(NotEnoughSignatures.class, () -> nameEditors(li));
    publisher.keys().delegate("editors", List.of(li.key()), List.of("a"), fresh);
    say(li, 2);
    assertEquals(2, heard());
  }

  @Test
  void rootKeysAreReplacedByAThresholdOfTheOldAndOfTheNew()
      throws IOException, RepositoryException {
    SigningKey fresh = SigningKey.generate();
    List<SigningKey> after = List.of(rootKeys.get(0), rootKeys.get(1), fresh);
    var keys = after.stream().map(SigningKey::key).toList();
    assertThrows(
        NotEnoughSignatures.class,
        () -> publisher.keys().changeRootKeys(keys, 2, List.of(rootKeys.get(0), fresh)));
    publisher.keys().changeRootKeys(keys, 2, rootKeys.subList(0, 2));
    assertEquals(1, heard());
    assertThrows(
        NotEnoughSignatures.class,
        () -> publisher.keys().changeRootKeys(keys, 2, List.of(rootKeys.get(0), rootKeys.get(2))));
    publisher.keys().changeRootKeys(keys, 2, List.of(rootKeys.get(0), fresh));
    assertEquals(1, heard());
  }

  @Test
  void anEditorWhoLeftIsHeardNoMore() throws IOException, RepositoryException {
    heard();
    nameEditors(li);
    assertEquals(Set.of("editors"), publisher.standing().unsigned());
    assertThrows(NotEnoughSignatures.class, this::heard);
    assertThrows(NotEnoughSignatures.class, () -> say(zhang, 2));
    say(li, 3);
    assertEquals(3, heard());
    assertEquals(Set.of(), publisher.standing().unsigned());
  }

  @Test
  void aChangeThatWasInterruptedBeforeRootDoesNotCountAndIsMendedByDoingItAgain()
      throws IOException, RepositoryException {
    SigningKey fresh = SigningKey.generate();
    assertThrows(
        NotEnoughSignatures.class,
        () -> publisher.keys().replaceTargetsKey(fresh, List.of(rootKeys.get(0))));
    say(zhang, 2);
    assertEquals(2, heard());
    publisher.keys().replaceTargetsKey(fresh, rootKeys);
    assertEquals(2, heard());
  }

  @Test
  void standingSaysUntilWhenEachRoleHolds() throws IOException, RepositoryException {
    Standing standing = publisher.standing();
    assertEquals(
        Set.of("root", "targets", "snapshot", "timestamp", "editors"), standing.expires().keySet());
    assertEquals(Instant.parse("2026-12-24T08:00:00Z"), standing.expires().get("timestamp"));
    assertEquals(Instant.parse("2027-11-24T08:00:00Z"), standing.expires().get("editors"));
  }
}
