package org.openhall.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.content.codec.MalformedManifestException;
import org.openhall.content.codec.ReleaseManifest;
import org.openhall.repository.client.DirectoryFetcher;
import org.openhall.repository.client.Fetcher;
import org.openhall.repository.client.FourEyes;
import org.openhall.repository.client.Updater;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.metadata.TargetFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is on the stick is judged by the gate that a terminal uses. */
class ExportStickCommandTest {
  private @TempDir Path folder;
  private Path stick;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... words) {
    List<String> all = new ArrayList<>(List.of("--data", folder.resolve("data").toString()));
    all.addAll(Arrays.asList(words));
    out.reset();
    err.reset();
    return OfficeMain.run(all, print(out), print(err));
  }

  private static PrintStream print(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private JsonNode json() {
    return JsonMapper.shared()
        .readTree(out.toString(StandardCharsets.UTF_8).lines().toList().getLast());
  }

  private String complaint() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @BeforeEach
  void publish() throws IOException {
    stick = Files.createDirectory(folder.resolve("stick"));
    assertEquals(0, run("init", "--demo-keys"));
    assertEquals(0, run("import-sample"));
  }

  private JsonNode exported() {
    assertEquals(0, run("export-stick", stick.toString(), "--json"), this::complaint);
    return json();
  }

  private Path repository() {
    return stick.resolve("openhall/repository");
  }

  private List<Path> onStick() throws IOException {
    try (Stream<Path> files = Files.walk(repository())) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  /** Takes everything over that the release on the stick names, and returns its number. */
  private long takenOver() throws IOException, RepositoryException, MalformedManifestException {
    Path terminal = Files.createTempDirectory(folder, "terminal");
    Path office = folder.resolve("data/repository/metadata/1.root.json");
    Updater.trust(terminal.resolve("metadata"), Files.readAllBytes(office));
    Fetcher source = new DirectoryFetcher(repository());
    Updater updater =
        new Updater(terminal.resolve("metadata"), source.in("metadata"), Clock.systemUTC());
    updater.refresh();
    TargetFile target =
        updater.role(FourEyes.EDITORS).orElseThrow().targets().get(ReleaseManifest.TARGET);
    if (target == null) {
      throw new IOException("the editors' word is not about the manifest");
    }
    Path manifest = updater.download(target, source.in("targets"), terminal);
    ReleaseManifest release = ReleaseManifest.fromJson(Files.readAllBytes(manifest));
    for (ReleaseManifest.Pack pack : release.packs().toList()) {
      updater.download(
          new TargetFile(pack.target(), pack.length(), pack.sha256()),
          source.in("targets"),
          terminal);
    }
    return release.release();
  }

  @Test
  void aTerminalFindsAllItNeedsAndNothingIsWrittenTwice()
      throws IOException, RepositoryException, MalformedManifestException {
    run("publish");
    JsonNode first = exported();
    assertEquals(first.get("files").asInt(), first.get("written").asInt());
    assertEquals(first.get("files").asInt(), onStick().size());
    assertEquals(1, takenOver());
    long attachments = onStick().stream().filter(f -> f.toString().contains("/files/")).count();
    assertTrue(attachments > 10, "the sample's forms: " + attachments);
    assertEquals(0, exported().get("written").asInt());
  }

  @Test
  void aCopyThatWasBrokenOffGoesOnAndWhatIsWrongIsWrittenAgain()
      throws IOException, RepositoryException, MalformedManifestException {
    run("publish");
    exported();
    List<Path> files = onStick();
    Path pack =
        files.stream().filter(f -> f.toString().endsWith(".pack")).findFirst().orElseThrow();
    byte[] bytes = Files.readAllBytes(pack);
    bytes[bytes.length / 2] ^= 1;
    Files.write(pack, bytes);
    Files.delete(repository().resolve("metadata/timestamp.json"));
    Files.write(pack.resolveSibling("." + pack.getFileName() + ".tmp"), new byte[100]);
    assertEquals(2, exported().get("written").asInt());
    assertEquals(1, takenOver());
    assertEquals(files.size(), onStick().size(), "the half file is gone");
  }

  @Test
  void theNextReleaseTakesThePlaceOfTheOneBefore()
      throws IOException, RepositoryException, MalformedManifestException {
    run("publish");
    exported();
    Path csv =
        Files.writeString(
            folder.resolve("t.csv"),
            """
            source,title,doc_number,date_written,date_published,url
            State Council,关于甲的通知,国发〔2020〕1号,,2020-01-09,http://a/1
            """);
    assertEquals(0, run("import", csv.toString()), this::complaint);
    run("publish");
    Path others = Files.writeString(stick.resolve("notes.txt"), "of somebody");
    JsonNode second = exported();
    assertEquals(second.get("files").asInt(), onStick().size());
    assertTrue(second.get("written").asInt() < second.get("files").asInt());
    assertEquals(2, takenOver());
    assertTrue(Files.exists(others), "what is not ours stays");
  }

  @Test
  void whatCannotBeIsSaid() throws IOException {
    assertEquals(2, run("--lang", "en", "export-stick", stick.toString()));
    assertTrue(complaint().contains("Publish one first"), this::complaint);
    run("publish");
    assertEquals(2, run("--lang", "en", "export-stick", folder.resolve("nowhere").toString()));
    assertTrue(complaint().contains("Put in the stick"), this::complaint);
    assertEquals(1, run("--lang", "en", "export-stick"));
    assertFalse(Files.exists(repository()));
  }
}
