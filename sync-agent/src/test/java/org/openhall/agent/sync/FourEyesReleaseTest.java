package org.openhall.agent.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openhall.agent.sync.TestOffice.CLOCK;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhall.agent.sync.SyncOutcome.Activated;
import org.openhall.agent.sync.SyncOutcome.Refused;
import org.openhall.repository.client.FourEyes;
import org.openhall.repository.client.Updater;
import org.openhall.repository.metadata.Key;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.metadata.SigningKey;
import org.openhall.repository.publisher.RepositoryPublisher;

/**
 * A terminal takes a release only where editors and reviewers, who share no key, agree on it. The
 * repository is a real one; what no honest office would publish is published by its own code.
 */
class FourEyesReleaseTest extends SyncScenario {
  private final Map<String, Path> files = new HashMap<>();
  private final SigningKey newcomer = SigningKey.generate();

  @BeforeEach
  void aFirstReleaseIsShown() throws IOException, RepositoryException {
    office.publish(1, "old");
    assertEquals(new Activated(1, 1), sync());
  }

  /** Publishes release 2 with what the two roles say of it. */
  private void publish(Map<String, byte[]> said) throws IOException, RepositoryException {
    office.publisher.publish(files, said);
  }

  private byte[] second() throws IOException {
    return office.manifest(2, "new", files);
  }

  /** What the two roles say of release 2 if these keys sign for them. */
  private Map<String, byte[]> second(SigningKey editors, SigningKey reviewers) throws IOException {
    return office.signed(second(), editors, reviewers);
  }

  @Test
  void editorsAndReviewersTogetherMakeARelease() throws IOException, RepositoryException {
    publish(second(office.editor, office.reviewer));
    assertEquals(new Activated(2, 1), sync());
  }

  @Test
  void twoEditorsSignaturesAreRefused() throws IOException, RepositoryException {
    office.name(FourEyes.EDITORS, office.editor.key(), newcomer.key());
    byte[] manifest = second();
    publish(Map.of("editors", office.signed("editors", office.editor, manifest)));
    assertRefused("reviewers", "editors");
    publish(Map.of("editors", office.signed("editors", newcomer, manifest)));
    assertRefused("reviewers", "editors");
  }

  @Test
  void anEditorsSignatureInThePlaceOfAReviewersIsRefused() throws IOException, RepositoryException {
    forge(second(office.editor, office.editor));
    assertRefused("reviewers", "0 valid signature");
  }

  @Test
  void aReviewerAloneIsRefused() throws IOException, RepositoryException {
    publish(Map.of("reviewers", office.signed("reviewers", office.reviewer, second())));
    assertRefused("editors", "reviewers");
  }

  @Test
  void aKeyListedUnderBothRolesIsRefused() throws IOException, RepositoryException {
    office.name(FourEyes.REVIEWERS, office.reviewer.key(), office.editor.key());
    publish(second(office.editor, office.editor));
    assertRefused("one key belongs to both");
  }

  @Test
  void evenTwoGoodSignaturesAreRefusedWhileAKeyIsListedUnderBothRoles()
      throws IOException, RepositoryException {
    office.name(FourEyes.REVIEWERS, office.reviewer.key(), office.editor.key());
    publish(second(office.editor, office.reviewer));
    assertRefused("one key belongs to both");
  }

  /** The same key written in capitals has another id. */
  @Test
  void theSameKeyUnderTwoIdsIsRefused() throws IOException, RepositoryException {
    Key key = office.editor.key();
    Key again = new Key(key.type(), key.scheme(), key.publicValue().toUpperCase(Locale.ROOT));
    office.name(FourEyes.REVIEWERS, office.reviewer.key(), again);
    publish(second(office.editor, office.reviewer));
    assertRefused("one key belongs to both");
  }

  /** Whoever holds the server holds the keys of snapshot and timestamp, and nothing more. */
  @Test
  void aServerThatOwnsNeitherKeyIsRefused() throws IOException, RepositoryException {
    forge(second(SigningKey.generate(), SigningKey.generate()));
    assertRefused("editors", "0 valid signature");
  }

  @Test
  void aServerThatNamesKeysOfItsOwnIsRefused() throws IOException, RepositoryException {
    SigningKey own = SigningKey.generate();
    RepositoryPublisher stranger =
        new RepositoryPublisher(dir.resolve("other"), dir.resolve("other-keys"), CLOCK);
    stranger.keys().begin(List.of(own), 1, own);
    for (String role : List.of("editors", "reviewers", "editors")) {
      stranger.keys().delegate(role, List.of(own.key()), List.of("*"), own);
    }
    server().show("targets", Files.readAllBytes(dir.resolve("other/metadata/4.targets.json")));
    assertRefused("targets", "0 valid signature");
  }

  @Test
  void anotherManifestUnderEachRoleIsRefused() throws IOException, RepositoryException {
    byte[] manifest = second();
    byte[] other = office.manifest(3, "other", new HashMap<>());
    publish(
        Map.of(
            "editors", office.signed("editors", office.editor, manifest),
            "reviewers", office.signed("reviewers", office.reviewer, other)));
    assertRefused("did not sign the same manifest.json");
  }

  @Test
  void aRoleThatWasTakenAwayIsNamed() throws IOException, RepositoryException {
    office.name(FourEyes.REVIEWERS);
    assertRefused("named no key", "reviewers");
  }

  @Test
  void aChangeOfStaffNeedsNoRootKey() throws IOException, RepositoryException {
    long rootVersion = rootVersion();
    office.name(FourEyes.EDITORS, newcomer.key()); // signed by the targets key alone
    publish(second(newcomer, office.reviewer));
    assertEquals(new Activated(2, 1), sync());
    assertEquals(rootVersion, rootVersion());
  }

  private long rootVersion() throws IOException, RepositoryException {
    Updater updater = new Updater(Terminal.metadata(terminal.data()), line.in("metadata"), CLOCK);
    return updater.refresh().rootVersion();
  }

  @Test
  void theOldSignatureOfAnEditorWhoLeftIsRefusedUntilAnotherSigns()
      throws IOException, RepositoryException {
    byte[] manifest = second();
    publish(office.signed(manifest, office.editor, office.reviewer));
    office.name(FourEyes.EDITORS, newcomer.key());
    assertRefused("editors", "0 valid signature");
    publish(Map.of("editors", office.signed("editors", newcomer, manifest)));
    assertEquals(new Activated(2, 1), sync());
  }

  @Test
  void anOlderWordOfARoleIsRefused() throws IOException, RepositoryException {
    office.publish(2, "new");
    assertEquals(new Activated(2, 1), sync());
    for (String role : List.of("editors", "reviewers")) {
      Path first = office.repository().resolve("metadata/1." + role + ".json");
      server().show(role, Files.readAllBytes(first));
      SyncOutcome outcome = sync();
      assertInstanceOf(Refused.class, outcome);
      assertTrue(said(outcome).contains(role + ".json"), said(outcome));
      assertEquals("2new", shown());
      office.publish(2, "new");
    }
  }

  private TakenServer server() {
    return new TakenServer(
        office.repository().resolve("metadata"), dir.resolve("office").resolve("keys"));
  }

  /** With the keys of the server, past the office's own check. */
  private void forge(Map<String, byte[]> said) throws IOException, RepositoryException {
    office.publisher.publish(files, Map.of());
    for (Map.Entry<String, byte[]> word : said.entrySet()) {
      server().show(word.getKey(), word.getValue());
    }
  }
}
