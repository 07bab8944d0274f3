package org.openhall.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.agent.enrol.EnrolOutcome;
import org.openhall.agent.enrol.Enrolment;
import org.openhall.agent.identity.Membership;
import org.openhall.agent.sync.SyncJob;
import org.openhall.agent.sync.SyncRun;
import org.openhall.agent.sync.SyncWatch;
import org.openhall.agent.sync.Terminal;
import org.openhall.agent.text.Words;
import org.openhall.kiosk.doctor.DoctorMain;
import org.openhall.link.TerminalIdentity;
import org.openhall.repository.metadata.RepositoryException;

/** The doctor at an enrolled terminal of which one thing after another is broken for real. */
class DoctorTest {
  private static @TempDir Path dir;
  private static Path sound;

  private @TempDir Path work;

  @BeforeAll
  static void enrolAndFetch() throws IOException, SQLException, RepositoryException {
    sound = dir.resolve("terminal");
    try (RealOffice office = new RealOffice(dir.resolve("office"))) {
      assertInstanceOf(
          EnrolOutcome.Enrolled.class,
          new Enrolment(sound, Clock.systemUTC())
              .enrol(new Enrolment.Wish(office.address(), office.token(), null, false)));
      TerminalIdentity identity = TerminalIdentity.read(sound).orElseThrow();
      Membership member = Membership.of(sound, identity, Clock.systemUTC()).orElseThrow();
      SyncJob job =
          new SyncJob(
              new Terminal(sound, identity),
              member.repository(),
              Clock.systemUTC(),
              SyncWatch.NONE);
      new SyncRun(job, member, Words.in("zh-CN"), Clock.systemUTC()).run(null);
    }
    Files.createDirectories(sound.resolve("spool"));
    Files.writeString(sound.resolve("terminal.properties"), "terminal.place=示例\n");
  }

  @AfterAll
  static void nothingWasLeftBehind() throws IOException {
    try (Stream<Path> files = Files.walk(sound)) {
      assertTrue(files.noneMatch(f -> f.toString().endsWith(".doctor.tmp")));
    }
  }

  /** What a doctor of its own process says, and its exit status at the end. */
  private String says(List<String> before, Path data) throws IOException, InterruptedException {
    try (JavaProcess doctor =
        JavaProcess.start(
            work.resolve("logs"),
            before,
            DoctorMain.class.getName(),
            "--data",
            data.toString(),
            "--lang",
            "en",
            "--all",
            "--json")) {
      int status = doctor.ended();
      return doctor.output() + "exit " + status;
    }
  }

  private static void has(String said, String severity, String code) {
    assertTrue(
        said.contains("\"severity\":\"%s\",\"code\":\"%s\"".formatted(severity, code)),
        () -> "no " + severity + " " + code + " in\n" + said);
  }

  @Test
  void whatIsWellIsSaidToBeWell() throws Exception {
    String said = says(List.of(), sound);
    for (String code :
        List.of(
            "fonts.ok",
            "certificate.terminal.ok",
            "certificate.office.ok",
            "line.ok",
            "content.ok",
            "spool.ok")) {
      has(said, "OK", code);
    }
    has(said, "WARNING", "program.agent.stopped");
    assertFalse(said.contains("\"severity\":\"FAULT\""), said);
    assertTrue(said.endsWith("exit 1"), said);
  }

  @Test
  void aClockThatRanAheadMakesTheCertificateExpire() throws Exception {
    String said = says(List.of("faketime", "-f", "+100d"), sound);
    has(said, "FAULT", "certificate.terminal.expired");
    has(said, "FAULT", "line.silent");
    has(said, "WARNING", "content.old");
    assertTrue(said.endsWith("exit 2"), said);
  }

  @Test
  void aClockThatIsSlowIsFoundByTheLastContact() throws Exception {
    String said = says(List.of("faketime", "-f", "-3d"), sound);
    has(said, "FAULT", "clock.behind");
    has(said, "FAULT", "certificate.terminal.not-yet");
    has(said, "WARNING", "content.no-age");
  }

  @Test
  void aFullDiskAndOneThatBecameReadOnlyAreFound() throws Exception {
    String script =
        "set -e; mount -t tmpfs -o size=2m tmpfs \"$0\"; mkdir \"$0/status\" \"$0/spool\"; %s; exec \"$@\"";
    Path small = Files.createDirectory(work.resolve("small"));
    String full =
        says(
            List.of(
                "unshare",
                "--mount",
                "--map-root-user",
                "sh",
                "-c",
                script.formatted("dd if=/dev/zero of=\"$0/full\" 2>&1 | true"),
                small.toString()),
            small);
    has(full, "FAULT", "disk.full");
    has(full, "FAULT", "disk.fails");
    String still =
        says(
            List.of(
                "unshare",
                "--mount",
                "--map-root-user",
                "sh",
                "-c",
                script.formatted("mount -o remount,ro \"$0\""),
                small.toString()),
            small);
    has(still, "FAULT", "disk.read-only");
  }

  @Test
  void withoutTheChineseFontsTheScreenWouldShowBoxes() throws Exception {
    String said =
        says(
            List.of(
                "unshare",
                "--mount",
                "--map-root-user",
                "sh",
                "-c",
                "mount -t tmpfs tmpfs /usr/share/fonts/opentype && exec \"$@\"",
                "sh"),
            sound);
    has(said, "FAULT", "fonts.none");
  }

  @Test
  void aDeadPrinterIsNamedWithWhatToDo() throws Exception {
    Path data = copy();
    int dead;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      dead = socket.getLocalPort();
    }
    Files.writeString(
        data.resolve("terminal.properties"), "receipt-printer=escpos:tcp:127.0.0.1:" + dead + "\n");
    String said = says(List.of(), data);
    has(said, "FAULT", "device.PORT_MISSING");
    assertTrue(said.contains("→ check power and cable"), said);
    Files.writeString(data.resolve("terminal.properties"), "receipt-printer=nonsense\n");
    has(says(List.of(), data), "FAULT", "devices.config");
  }

  @Test
  void damagedContentAndADamagedKeyAreFound() throws Exception {
    Path data = copy();
    try (RandomAccessFile file =
        new RandomAccessFile(data.resolve("content/content-1.db").toFile(), "rw")) {
      file.write(new byte[100]);
    }
    Files.writeString(data.resolve("identity/current.pem"), "no key");
    Files.createDirectories(data.resolve("spool/refused"));
    Files.writeString(
        data.resolve(
            "spool/refused/1796014800123-comment-0b6e2a3c-1111-2222-3333-0b6e2a3c9d41.json"),
        "{}");
    String said = says(List.of(), data);
    has(said, "FAULT", "content.damaged");
    has(said, "FAULT", "certificate.damaged");
    has(said, "WARNING", "spool.aside");
    Files.delete(data.resolve("terminal.json"));
    Files.delete(data.resolve("content/content-1.db"));
    said = says(List.of(), data);
    has(said, "FAULT", "certificate.not-enrolled");
    has(said, "FAULT", "content.none");
  }

  private Path copy() throws IOException {
    Path data = work.resolve("copy");
    try (Stream<Path> files = Files.walk(sound)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path target = data.resolve(sound.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
    return data;
  }

  @Test
  void aCallThatIsNotUnderstoodIsNoVerdict() {
    assertEquals(64, DoctorMain.perform(List.of("--nonsense"), _ -> {}, _ -> {}));
  }
}
