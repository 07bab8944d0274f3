package org.openhall.provisioning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a terminal is made of besides the programs, as {@code provisioning/check} judges it. */
class ProvisioningTest {
  private final Path provisioning = repository().resolve("provisioning");

  @Test
  void everyCheckOfAStagedTerminalPasses(@TempDir Path work) throws Exception {
    Ran ran = run(provisioning, work);

    assertEquals(0, ran.status(), ran.said());
    assertTrue(ran.said().lines().allMatch(line -> line.startsWith("ok ")), ran.said());
  }

  @Test
  void aMisspeltShieldIsNoticed(@TempDir Path work) throws Exception {
    Path copy = copyOfProvisioning(work.resolve("copy"));
    replace(
        copy.resolve("systemd/openhall-kiosk.service"),
        "NoNewPrivileges=yes",
        "NoNewPrivilege=yes");

    Ran ran = run(copy, work.resolve("staged"));

    assertEquals(1, ran.status(), ran.said());
    assertTrue(ran.said().contains("FAILED  units are well formed"), ran.said());
    assertTrue(ran.said().contains("FAILED  exposure of openhall-kiosk.service"), ran.said());
  }

  @Test
  void aUnitThatStartsNothingThatIsThereIsNoticed(@TempDir Path work) throws Exception {
    Path copy = copyOfProvisioning(work.resolve("copy"));
    replace(
        copy.resolve("systemd/openhall-agent.service"),
        "ExecStart=/usr/lib/openhall/agent",
        "ExecStart=/usr/lib/openhall/agnet");

    Ran ran = run(copy, work.resolve("staged"));

    assertEquals(1, ran.status(), ran.said());
    assertTrue(ran.said().contains("/usr/lib/openhall/agnet is missing"), ran.said());
  }

  record Ran(int status, String said) {}

  static Ran run(Path provisioning, Path work) throws IOException, InterruptedException {
    Process check =
        new ProcessBuilder(provisioning.resolve("check").toString(), work.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ran(check.waitFor(), said);
  }

  /** The folder beside the documents that are staged with it, with their permissions. */
  private Path copyOfProvisioning(Path root) throws IOException {
    for (String part :
        List.of(
            "provisioning",
            "docs/technician.md",
            "docs/technician.zh-CN.md",
            "docs/technician-faults.md",
            "docs/office.md",
            "licenses",
            "LICENSE",
            "NOTICE")) {
      copy(repository().resolve(part), root.resolve(part));
    }
    return root.resolve("provisioning");
  }

  static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    try (var files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }

  private static void replace(Path file, String what, String by) throws IOException {
    String text = Files.readString(file);
    assertTrue(text.contains(what), file + " no longer says " + what);
    Files.writeString(file, text.replace(what, by));
  }

  static Path repository() {
    Path start = Path.of("").toAbsolutePath();
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve("provisioning"))) {
        return folder;
      }
    }
    throw new IllegalStateException("provisioning/ is in no folder above " + start);
  }
}
