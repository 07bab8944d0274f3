package org.openhall.provisioning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Spool and socket between the two users of a terminal. Where the test runs as root it is done, as
 * those users in folders that the terminal's own configuration made; elsewhere the configuration is
 * read. It prints which.
 */
class FolderRightsTest {
  private static final Pattern NEEDED =
      Pattern.compile(
          ".*/(jackson-|bcprov-|slf4j-api-|jspecify-)[^/]*\\.jar|.*/target/[^/]*\\.jar|.*classes/?");
  private static final int STRANGER = 61_234;

  private final Path provisioning = ProvisioningTest.repository().resolve("provisioning");
  private Path work;

  /** Below /tmp, as other users must reach it. */
  @BeforeEach
  void begin() throws IOException {
    work = Files.createTempDirectory(Path.of("/tmp"), "openhall-rights-");
    Files.setPosixFilePermissions(work, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @AfterEach
  void end() throws IOException {
    Files.walkFileTree(
        work,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(
              Path folder, @org.jspecify.annotations.Nullable IOException trouble)
              throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  @Test
  void theKioskLaysDownAndCallsTheAgentTakesAwayAndAnswersAndNobodyElseDoes() throws Exception {
    if (!System.getProperty("user.name").equals("root")) {
      System.out.println("folder rights: read from the configuration only (not root)");
      assertTheConfigurationSaysSo();
      return;
    }
    System.out.println("folder rights: proven by doing, as two users");
    ProvisioningTest.run(provisioning, work.resolve("staged"));
    Path root = work.resolve("staged/root");
    Files.setPosixFilePermissions(
        work.resolve("staged"), PosixFilePermissions.fromString("rwxr-xr-x"));
    copyPrograms();
    Path data = root.resolve("var/lib/openhall");
    User agent = user(root, "openhall-agent");
    User kiosk = user(root, "openhall-kiosk");
    User stranger = new User(STRANGER, STRANGER);
    assertEquals("3 wait, 0 aside", said(kiosk, "keep", data));
    assertEquals("3 read, 0 wait", said(agent, "hand-in", data));
    assertEquals("3 wait, 1 aside", said(kiosk, "keep", data));
    Process listening = start(agent, "listen", data);
    try (var lines = listening.inputReader(StandardCharsets.UTF_8)) {
      assertEquals("listening", lines.readLine());
      assertEquals("Woken[]", said(kiosk, "call", data));
      assertEquals("no call", said(stranger, "call", data));
      assertEquals("nothing", said(kiosk, "meddle", data));
      assertEquals("nothing", said(stranger, "meddle", data));
      listening.getOutputStream().close();
      assertEquals("ended", lines.readLine());
    }
    assertTheConfigurationSaysSo();
  }

  private void assertTheConfigurationSaysSo() throws IOException {
    String folders = Files.readString(provisioning.resolve("tmpfiles.d/openhall.conf"));
    for (String wanted : List.of("spool +2770", "link +2750")) {
      assertTrue(
          Pattern.compile("(?m)^d /var/lib/openhall/" + wanted + " openhall-agent +openhall -$")
              .matcher(folders)
              .find(),
          wanted);
    }
    for (String unit : List.of("agent", "kiosk")) {
      String text =
          Files.readString(provisioning.resolve("systemd/openhall-%s.service".formatted(unit)));
      assertTrue(text.contains("\nUser=openhall-" + unit + "\nGroup=openhall\n"), unit);
      assertTrue(text.contains("\nUMask=0027\n"), unit);
    }
  }

  private record User(int user, int group) {}

  private static User user(Path root, String name) throws IOException {
    return Files.readAllLines(root.resolve("etc/passwd")).stream()
        .map(line -> line.split(":", -1))
        .filter(parts -> parts[0].equals(name))
        .map(parts -> new User(Integer.parseInt(parts[2]), Integer.parseInt(parts[3])))
        .findFirst()
        .orElseThrow();
  }

  /** To where the other users can read them. */
  private void copyPrograms() throws IOException {
    int number = 0;
    for (String part : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (NEEDED.matcher(part).matches()) {
        ProvisioningTest.copy(Path.of(part), work.resolve("programs/%03d".formatted(number++)));
      }
    }
  }

  private Process start(User user, String what, Path data) throws IOException {
    List<String> classPath = new ArrayList<>();
    try (var parts = Files.list(work.resolve("programs"))) {
      parts.map(Path::toString).forEach(classPath::add);
    }
    return new ProcessBuilder(
            "setpriv",
            "--reuid=" + user.user(),
            "--regid=" + user.group(),
            "--clear-groups",
            "sh",
            "-c",
            "umask 0027; exec \"$@\"",
            "sh",
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-cp",
            String.join(File.pathSeparator, classPath),
            OneUser.class.getName(),
            what,
            data.toString())
        .directory(new File("/"))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private String said(User user, String what, Path data) throws IOException {
    Process process = start(user, what, data);
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
  }
}
