package org.openhall.kiosk.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import org.openhall.link.JsonFile;
import org.openhall.link.acceptance.AcceptanceReport;
import org.openhall.link.acceptance.SignedReport;
import org.openhall.link.message.AgentMessage;
import org.openhall.link.message.KioskMessage;
import org.openhall.link.message.MessageLine;

/**
 * {@code status/reports/} of a terminal: its acceptance reports, signed where the agent answered.
 *
 * @param data the terminal's data folder
 */
public record ReportFolder(Path data) {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** The report as the agent dates and signs it; empty where it does not, which is said. */
  public Optional<SignedReport> signed(AcceptanceReport report) {
    try (MessageLine agent = MessageLine.connect(data, PATIENCE)) {
      agent.send(new KioskMessage.Sign(report).toJson());
      return AgentMessage.read(agent.receive())
          .filter(AgentMessage.Signed.class::isInstance)
          .map(said -> ((AgentMessage.Signed) said).report());
    } catch (IOException e) {
      System.err.println("kiosk: the agent does not sign: " + e.getMessage());
      return Optional.empty();
    }
  }

  /** Keeps it, and returns the file. */
  public Path keep(AcceptanceReport report, Optional<SignedReport> signed) throws IOException {
    Path folder = made();
    String name = "acceptance-" + report.at().toString().replaceAll("[^0-9]", "") + ".json";
    if (signed.isPresent()) {
      new JsonFile<>(folder, name, SignedReport.class).write(signed.get());
      return folder.resolve(name);
    }
    new JsonFile<>(folder, "unsigned-" + name, AcceptanceReport.class).write(report);
    return folder.resolve("unsigned-" + name);
  }

  /** Both root by a command and the kiosk by its screen write into it, whoever made it. */
  private Path made() throws IOException {
    Path folder = data.resolve("status").resolve("reports");
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder);
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwx---"));
    }
    return folder;
  }
}
