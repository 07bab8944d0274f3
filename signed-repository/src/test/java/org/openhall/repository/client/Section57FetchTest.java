package org.openhall.repository.client;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.metadata.RepositoryException.Malformed;
import org.openhall.repository.metadata.RepositoryException.Mismatch;
import org.openhall.repository.metadata.TargetFile;
import tools.jackson.databind.node.JsonNodeFactory;

/** The specification's §5.7: the target itself; more of it in {@link TargetDownloadTest}. */
class Section57FetchTest {
  private static final String NAME = "packs/a.pack";

  private final byte[] content = {1, 2, 3};
  private @TempDir Path dir;
  private Workflow run;
  private RepositorySimulator office;

  @BeforeEach
  void publishATarget() throws IOException, RepositoryException {
    run = new Workflow(dir.resolve("metadata"));
    office = run.office;
    office.addTarget(NAME, content);
    office.publishTargets();
  }

  private TargetFile under(Map<String, String> hashes) {
    return new TargetFile(NAME, 3, hashes, JsonNodeFactory.instance.objectNode());
  }

  @Test
  @DisplayName("§5.7.2 a target that nobody describes is not there")
  void s5x7x2() throws RepositoryException, IOException {
    assertTrue(run.refreshed().target("packs/b.pack").isEmpty());
  }

  @Test
  @DisplayName("§5.7.2 before a refresh there are no targets, also after one that failed")
  void s5x7x2Before() throws RepositoryException, IOException {
    Updater updater = run.updater();
    assertThrows(IllegalStateException.class, () -> updater.target(NAME));
    updater.refresh();
    Map<String, byte[]> published = Map.copyOf(office.files);
    office.files.clear();
    assertThrows(FetchException.class, updater::refresh);
    assertThrows(IllegalStateException.class, () -> updater.target(NAME));
    office.files.putAll(published);
    Updater rootless = run.refreshed();
    Files.writeString(run.dir.resolve("root.json"), "{");
    Files.writeString(run.dir.resolve("root.json.spare"), "{");
    assertThrows(Malformed.class, rootless::refresh);
    assertThrows(IllegalStateException.class, () -> rootless.target(NAME));
  }

  @Test
  @DisplayName("§5.7.3 its hash stands before its name where snapshots are consistent")
  void s5x7x3Consistent() throws RepositoryException, IOException {
    Updater updater = run.refreshed();
    Path file = updater.download(updater.target(NAME).orElseThrow(), office, dir);
    assertEquals(office.targetFile(NAME).consistentPath(), office.asked.getLast());
    assertEquals(dir.resolve(NAME), file);
    assertArrayEquals(content, Files.readAllBytes(file));
  }

  @Test
  @DisplayName("§5.7.3 its name stands alone where they are not")
  void s5x7x3Plain() throws RepositoryException, IOException {
    office.consistent = false;
    office.publishRoot();
    office.publishTargets();
    Updater updater = run.refreshed();
    updater.download(updater.target(NAME).orElseThrow(), office, dir);
    assertEquals(NAME, office.asked.getLast());
  }

  @Test
  @DisplayName("§5.7.3 one byte more than promised is read, then no more")
  void s5x7x3Length() throws RepositoryException, IOException {
    AtomicLong read = new AtomicLong();
    Fetcher endless =
        _ ->
            new InputStream() {
              @Override
              public int read() {
                read.incrementAndGet();
                return 0;
              }

              @Override
              public int read(byte[] buffer, int offset, int length) {
                read.addAndGet(length);
                return length;
              }
            };
    Updater updater = run.refreshed();
    TargetFile target = updater.target(NAME).orElseThrow();
    assertThrows(Mismatch.class, () -> updater.download(target, endless, dir));
    assertEquals(4, read.get());
    assertFalse(Files.exists(dir.resolve(NAME)));
  }

  @Test
  @DisplayName("§5.7.3 each known hash must match")
  void s5x7x3Hashes() throws RepositoryException, IOException, NoSuchAlgorithmException {
    String sha512 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-512").digest(content));
    String sha256 = office.targetFile(NAME).sha256();
    Fetcher line = _ -> new ByteArrayInputStream(content);
    Updater updater = run.refreshed();
    updater.download(under(Map.of("sha512", sha512)), line, dir.resolve("one"));
    updater.download(under(Map.of("sha512", sha512, "sha256", sha256)), line, dir.resolve("two"));
    TargetFile wrong = under(Map.of("sha256", sha256, "sha512", "0".repeat(128)));
    var e = assertThrows(Mismatch.class, () -> updater.download(wrong, line, dir.resolve("three")));
    assertEquals("SHA-512", e.what());
  }

  @Test
  @DisplayName("§5.7.3 hashes of which none is known prove nothing")
  void s5x7x3Unknown() throws RepositoryException, IOException {
    Updater updater = run.refreshed();
    TargetFile target = under(Map.of("md5", "0".repeat(32)));
    Fetcher line = _ -> new ByteArrayInputStream(content);
    assertThrows(Mismatch.class, () -> updater.download(target, line, dir));
    assertFalse(Files.exists(dir.resolve(NAME)));
  }

  @Test
  @DisplayName("§5.7.3 a signed name does not lead out of the folder")
  void s5x7x3Name() throws RepositoryException, IOException {
    office.addTarget("../outside", content);
    office.publishTargets();
    Updater updater = run.refreshed();
    TargetFile target = updater.target("../outside").orElseThrow();
    assertThrows(Malformed.class, () -> updater.download(target, office, dir.resolve("in")));
  }
}
