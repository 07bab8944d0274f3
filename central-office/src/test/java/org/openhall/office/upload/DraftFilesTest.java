package org.openhall.office.upload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.content.Attachment;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.database.OnBothDatabases;
import org.openhall.office.database.TestDatabase;
import org.openhall.office.edit.RecordForm;
import org.openhall.office.file.FileFault;
import org.openhall.office.proposal.Change;
import org.openhall.office.proposal.Proposal;
import org.openhall.office.proposal.ProposalOutcome;
import org.openhall.office.proposal.Proposals;
import org.openhall.office.proposal.SecrecyReview;
import org.openhall.office.text.OfficeTime;

@OnBothDatabases
class DraftFilesTest {
  private static final SecrecyReview PUBLIC =
      new SecrecyReview(SecrecyReview.Conclusion.DISCLOSE, "条例第十七条", "");

  @TempDir Path folder;
  private final TestDatabase kind;
  private Proposals proposals;
  private DraftFiles files;

  DraftFilesTest(TestDatabase kind) {
    this.kind = kind;
  }

  @BeforeEach
  void open() throws IOException {
    OfficeDatabase database = kind.open(folder);
    proposals = new Proposals(database, OfficeTime.clock());
    files = new DraftFiles(database, OfficeTime.clock());
  }

  private Attachment take(long proposal, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    DraftFiles.Outcome outcome =
        files.take(proposal, "zhang", "甲.txt", new ByteArrayInputStream(bytes));
    return assertInstanceOf(DraftFiles.Outcome.Taken.class, outcome).file();
  }

  /** A draft of an entry that names a file. */
  private long draft(String id, String text) throws IOException, SQLException {
    long proposal = proposals.open(Proposal.Origin.EDIT, "zhang", id).id();
    RecordForm form = RecordForm.blank("disclosure-entry", id, "某市", LocalDate.EPOCH).orElseThrow();
    assertTrue(form.attach("attachments", take(proposal, text)));
    put(proposal, form);
    return proposal;
  }

  private void put(long proposal, RecordForm form) throws SQLException {
    Change change = new Change.Put(0, form.record(new ArrayList<>()).orElseThrow());
    assertInstanceOf(ProposalOutcome.Done.class, proposals.put(proposal, "zhang", change));
  }

  private boolean isThere(Attachment file) {
    return Files.exists(folder.resolve(file.target()));
  }

  private int tidy() throws IOException, SQLException {
    return files.tidy(Instant.now().plusSeconds(60));
  }

  @Test
  void whatIsApprovedStaysAndWhatIsGivenUpGoes() throws IOException, SQLException {
    long kept = draft("a", "留下");
    Attachment ofKept = take(kept, "留下");
    Attachment exchanged = take(kept, "换掉了");
    long given = draft("b", "不要了");
    Attachment ofGiven = take(given, "不要了");
    long shared = draft("c", "留下");
    assertEquals(0, tidy(), "drafts are open");
    proposals.submit(kept, "zhang");
    proposals.approve(kept, 0, "li", PUBLIC);
    proposals.discard(given, "zhang");
    proposals.discard(shared, "zhang");
    assertEquals(0, files.tidy(Instant.EPOCH), "just come");
    assertTrue(isThere(exchanged) && isThere(ofGiven));
    assertEquals(2, tidy());
    assertTrue(isThere(ofKept), "in the catalogue");
    assertTrue(!isThere(exchanged) && !isThere(ofGiven));
    assertEquals(0, tidy());
  }

  @Test
  void whatWaitsOrWasPublishedOnceStays() throws IOException, SQLException {
    long waits = draft("a", "待审");
    Attachment ofWaiting = take(waits, "待审的另一份");
    proposals.submit(waits, "zhang");
    assertEquals(0, tidy());
    proposals.giveBack(waits, 0, "li", "请补充", Optional.empty());
    assertEquals(0, tidy());
    assertTrue(isThere(ofWaiting));
    proposals.submit(waits, "zhang");
    approve(waits, 1);
    long removal = proposals.open(Proposal.Origin.EDIT, "zhang", "撤").id();
    proposals.put(removal, "zhang", new Change.Removal(1, "a"));
    Attachment named = take(removal, "待审");
    proposals.submit(removal, "zhang");
    approve(removal, 0);
    assertEquals(1, tidy());
    assertTrue(isThere(named), "an earlier version names it, which may come back");
    assertTrue(!isThere(ofWaiting));
  }

  private void approve(long proposal, int round) throws IOException, SQLException {
    assertInstanceOf(ProposalOutcome.Done.class, proposals.approve(proposal, round, "li", PUBLIC));
  }

  @Test
  void whatTheGateRefusesIsNotKept() throws IOException {
    DraftFiles.Outcome outcome =
        files.take(1, "zhang", "a.html", new ByteArrayInputStream(new byte[] {'<'}));
    assertEquals(
        List.of(FileFault.PROGRAM),
        assertInstanceOf(DraftFiles.Outcome.Refused.class, outcome).reasons().stream()
            .map(one -> one.fault())
            .toList());
    assertTrue(Files.notExists(folder.resolve("files")));
    try (Stream<Path> left = Files.list(folder.resolve("uploads"))) {
      assertEquals(List.of(), left.toList());
    }
  }
}
