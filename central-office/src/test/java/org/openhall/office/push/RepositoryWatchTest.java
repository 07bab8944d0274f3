package org.openhall.office.push;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.content.codec.ReleaseManifest;
import org.openhall.link.push.PushMessage;
import org.openhall.link.push.PushedFile;
import org.openhall.office.text.OfficeTime;
import org.openhall.repository.client.FourEyes;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.metadata.Sha256;
import org.openhall.repository.metadata.SigningKey;
import org.openhall.repository.metadata.TargetFile;
import org.openhall.repository.publisher.RepositoryPublisher;

/** What is told of a release. */
class RepositoryWatchTest {
  @TempDir Path folder;
  private final SigningKey editor = SigningKey.generate();
  private final SigningKey reviewer = SigningKey.generate();
  private RepositoryPublisher publisher;
  private RepositoryWatch watch;

  @BeforeEach
  void begin() throws IOException, RepositoryException {
    SigningKey root = SigningKey.generate();
    Path repository = folder.resolve("repository");
    publisher = new RepositoryPublisher(repository, folder.resolve("keys"), OfficeTime.clock());
    publisher.keys().begin(List.of(root), 1, root);
    List<String> names = List.of("*");
    publisher.keys().delegate(FourEyes.EDITORS, List.of(editor.key()), names, root);
    publisher.keys().delegate(FourEyes.REVIEWERS, List.of(reviewer.key()), names, root);
    watch = new RepositoryWatch(repository);
    publish("first", 0);
    watch.look();
  }

  /** A manifest of such words, and so many other files beside it. */
  private byte[] publish(String words, int others) throws IOException, RepositoryException {
    Path manifest = Files.writeString(folder.resolve(ReleaseManifest.TARGET), words);
    byte[] bytes = Files.readAllBytes(manifest);
    List<TargetFile> files = new ArrayList<>();
    files.add(new TargetFile(ReleaseManifest.TARGET, bytes.length, Sha256.hex(bytes)));
    for (int n = 0; n < others; n++) {
      files.add(new TargetFile("other-" + n, 1, "0".repeat(64)));
    }
    publisher.publish(
        Map.of(ReleaseManifest.TARGET, manifest),
        Map.of(
            FourEyes.EDITORS, publisher.sign(FourEyes.EDITORS, files, editor),
            FourEyes.REVIEWERS, publisher.sign(FourEyes.REVIEWERS, files, reviewer)));
    return bytes;
  }

  private List<PushedFile> told() throws IOException, RepositoryException {
    List<PushMessage> news = watch.look();
    assertEquals(1, news.size());
    return assertInstanceOf(PushMessage.Release.class, news.getFirst()).files();
  }

  private static List<String> paths(List<PushedFile> files) {
    return files.stream().map(PushedFile::path).toList();
  }

  @Test
  void aReleaseComesWithAllButItsPacks() throws IOException, RepositoryException {
    byte[] manifest = publish("second", 0);
    List<PushedFile> files = told();
    long version = publisher.published(FourEyes.EDITORS).orElseThrow().version();
    assertEquals("metadata/timestamp.json", paths(files).getFirst());
    assertEquals(
        List.of(
            "metadata/" + version + ".editors.json",
            "targets/" + Sha256.hex(manifest) + "." + ReleaseManifest.TARGET,
            "metadata/" + version + ".reviewers.json"),
        paths(files).subList(2, files.size()));
    for (PushedFile file : files) {
      assertArrayEquals(
          Files.readAllBytes(folder.resolve("repository").resolve(file.path())),
          file.bytes().bytes(),
          file.path());
    }
  }

  @Test
  void whatIsTooLongIsLeftToTheTerminalsOwnCall() throws IOException, RepositoryException {
    publish("second", 400);
    assertEquals(2, told().size(), "the two roles are longer than a message");
    publish("third".repeat(20_000), 0);
    assertEquals(4, told().size(), "the manifest is");
  }
}
