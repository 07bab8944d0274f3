package org.openhall.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.agent.enrol.EnrolOutcome;
import org.openhall.agent.enrol.Enrolment;
import org.openhall.agent.identity.IdentityFolder;
import org.openhall.agent.identity.Membership;
import org.openhall.agent.kiosklink.KioskLink;
import org.openhall.agent.kiosklink.Signer;
import org.openhall.agent.spool.SpoolUpload;
import org.openhall.agent.text.Words;
import org.openhall.kiosk.acceptance.AcceptanceMain;
import org.openhall.link.TerminalIdentity;
import org.openhall.link.acceptance.SignedReport.Verdict;
import org.openhall.office.intake.AcceptanceReports.Received;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.storage.Storage;
import org.openhall.simulator.Simulator;
import org.openhall.simulator.control.ControlClient;

/** The acceptance by command at an enrolled terminal with devices, up to the office's verdict. */
class DoctorAcceptanceTest {
  private @TempDir Path dir;
  private Path data;
  private Path devices;
  private RealOffice office;
  private Simulator simulator;
  private KioskLink link;
  private Membership member;
  private final List<String> out = new ArrayList<>();

  @BeforeEach
  void enrol() throws IOException, SQLException, RepositoryException {
    data = Files.createDirectory(dir.resolve("t"));
    devices = Files.createDirectory(dir.resolve("d"));
    office = new RealOffice(dir.resolve("office"));
    assertInstanceOf(
        EnrolOutcome.Enrolled.class,
        new Enrolment(data, Clock.systemUTC())
            .enrol(new Enrolment.Wish(office.address(), office.token(), null, false)));
    TerminalIdentity identity = TerminalIdentity.read(data).orElseThrow();
    member = Membership.of(data, identity, Clock.systemUTC()).orElseThrow();
    simulator = Simulator.start(devices, 0, 576);
    Files.writeString(
        data.resolve("terminal.properties"),
        """
        id-card-reader=sdt:serial:%s@115200
        receipt-printer=escpos:tcp:127.0.0.1:%d
        terminal.place=一楼
        """
            .formatted(devices.resolve("id-module"), simulator.printer().port()));
    Signer signer =
        new Signer(
            identity.terminalId(),
            member::credential,
            new IdentityFolder(data, Storage.durable()),
            Clock.systemUTC());
    link = new KioskLink(data, member.line(), signer, () -> {}, Words.in("en"));
    link.start();
  }

  @AfterEach
  void close() throws IOException {
    link.close();
    simulator.close();
    office.close();
  }

  private int accept(AcceptanceMain.Person person, String... more) {
    out.clear();
    List<String> words = new ArrayList<>(List.of("--acceptance", "--data", data.toString()));
    words.addAll(List.of(more));
    return AcceptanceMain.perform(words, person, out::add, out::add);
  }

  private Path report(String beginning) throws IOException {
    try (Stream<Path> files = Files.list(data.resolve("status/reports"))) {
      return files
          .filter(f -> f.getFileName().toString().startsWith(beginning))
          .findFirst()
          .orElseThrow();
    }
  }

  private boolean said(String words) {
    return out.stream().anyMatch(line -> line.contains(words));
  }

  /** No content was fetched, so the doctor finds a fault, and the report says so. */
  @Test
  void whatAPersonSawIsInTheReportThatTheOfficeFindsGenuine() throws Exception {
    ControlClient.send(devices, "card zhang");
    List<String> asked = new ArrayList<>();
    int status =
        accept(
            question -> {
              asked.add(question);
              return Optional.of(true);
            },
            "--print");
    assertEquals(2, status, () -> String.join("\n", out));
    assertTrue(said("✗ 尚无内容"), out::toString);
    assertTrue(said("○ 触摸：未做"), out::toString);
    assertTrue(said("验收没有通过") && said("已打印凭条"), out::toString);
    assertTrue(asked.contains("打印清楚可读"), asked::toString);
    List<String> paper = ControlClient.send(devices, "show").lines();
    assertTrue(String.join("\n", paper).contains("○ 触摸：未做"), paper::toString);
    new SpoolUpload(data, member.line(), Words.in("en")).runAndSay();
    Received received = office.acceptances().getFirst();
    assertEquals(Verdict.GENUINE, received.verdict());
    assertTrue(said(received.digest()), out::toString);
    assertTrue(received.signed().text().contains("打印清楚可读：正常"), received.signed().text());
    assertEquals(1, received.report().orElseThrow().number());

    Path file = report("acceptance-");
    assertEquals(0, accept(_ -> Optional.empty(), "--verify", file.toString()));
    assertTrue(said("报告真实"), out::toString);
    Files.writeString(file, Files.readString(file).replace("一楼", "二楼"));
    assertEquals(2, accept(_ -> Optional.empty(), "--verify", file.toString()));
    assertTrue(said("内容与签名不符"), out::toString);
    assertEquals(2, accept(_ -> Optional.empty(), "--verify", data.resolve("no").toString()));
    assertEquals(64, accept(_ -> Optional.empty(), "--nonsense"));
  }

  @Test
  void withoutAgentAndPersonItSaysWhatIsMissing() throws IOException {
    link.close();
    assertEquals(2, accept(_ -> Optional.of(true), "--unattended", "--lang", "en"));
    assertTrue(said("○ id-card-reader Self tests with a person"), out::toString);
    assertTrue(said("Not signed"), out::toString);
    assertEquals(
        2,
        accept(_ -> Optional.empty(), "--verify", report("unsigned-").toString(), "--lang", "en"));
    assertTrue(said("This is no acceptance report"), out::toString);
  }
}
