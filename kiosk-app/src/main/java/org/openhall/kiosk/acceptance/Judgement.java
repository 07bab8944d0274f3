package org.openhall.kiosk.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.openhall.kiosk.shell.Messages;
import org.openhall.link.JsonFile;
import org.openhall.link.UnreadableFileException;
import org.openhall.link.acceptance.AcceptanceReport;
import org.openhall.link.acceptance.SignedReport;
import org.openhall.link.acceptance.SignedReport.Verdict;
import org.openhall.link.credential.Credential;

/** Judges a report that was kept, by the authority that this terminal believes. */
record Judgement(Path data, Messages words) {

  int of(Path file, Consumer<String> out) throws IOException {
    Optional<SignedReport> read = read(file);
    Verdict verdict = read.isPresent() ? judged(read.get()) : Verdict.NO_REPORT;
    if (read.isPresent()) {
      read.get().report().ifPresent(report -> say(report, read.get(), out));
    }
    out.accept(words.text("technician.acceptance.verdict." + verdict));
    return verdict == Verdict.GENUINE ? AcceptanceMain.DONE : AcceptanceMain.FAILED;
  }

  private void say(AcceptanceReport report, SignedReport signed, Consumer<String> out) {
    out.accept(
        words.text(
            "technician.acceptance.heading",
            report.terminalId(),
            String.valueOf(report.number()),
            Acceptance.time(report.at())));
    out.accept(words.text("technician.acceptance.digest", signed.digest().grouped()));
    out.accept(words.text(Acceptance.conclusion(report)));
  }

  private static Optional<SignedReport> read(Path file) throws IOException {
    Path there = file.toAbsolutePath();
    try {
      return new JsonFile<>(
              there.resolveSibling(""), there.getFileName().toString(), SignedReport.class)
          .read();
    } catch (UnreadableFileException e) {
      return Optional.empty();
    }
  }

  private Verdict judged(SignedReport signed) throws IOException {
    Path own = data.resolve("identity").resolve("current.pem");
    return signed.verify(Credential.fromPem(Files.readAllBytes(own)).authority());
  }
}
