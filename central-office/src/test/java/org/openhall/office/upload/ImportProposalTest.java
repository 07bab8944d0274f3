package org.openhall.office.upload;

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.content.ContentRecord;
import org.openhall.content.DisclosureEntry;
import org.openhall.content.codec.MalformedRecordException;
import org.openhall.content.codec.RecordCodec;
import org.openhall.office.catalog.Catalog;
import org.openhall.office.catalog.Edits;
import org.openhall.office.catalog.Finding;
import org.openhall.office.catalog.ImportOutcome;
import org.openhall.office.catalog.ImportReport;
import org.openhall.office.catalog.RecordFilter;
import org.openhall.office.catalog.RecordLine;
import org.openhall.office.database.OnBothDatabases;
import org.openhall.office.database.TestDatabase;
import org.openhall.office.edit.Posted;
import org.openhall.office.edit.RecordForm;
import org.openhall.office.proposal.Change;
import org.openhall.office.proposal.Proposal;
import org.openhall.office.proposal.ProposalOutcome;
import org.openhall.office.proposal.Proposals;
import org.openhall.office.proposal.SecrecyReview;
import org.openhall.office.text.OfficeTime;

@OnBothDatabases
class ImportProposalTest {
  private static final SecrecyReview PUBLIC =
      new SecrecyReview(SecrecyReview.Conclusion.DISCLOSE, "条例第十七条", "");

  @TempDir Path folder;
  private final TestDatabase kind;
  private Catalog catalog;
  private Proposals proposals;

  ImportProposalTest(TestDatabase kind) {
    this.kind = kind;
  }

  @BeforeEach
  void open() throws IOException {
    Clock clock = OfficeTime.clock();
    catalog = new Catalog(kind.open(folder.resolve("data")), clock);
    proposals = new Proposals(kind.open(folder.resolve("data")), clock);
  }

  private Path titles(String first, String second) throws IOException {
    return Files.writeString(
        folder.resolve("titles.csv"),
        """
        source,title,doc_number,date_written,date_published,url
        State Council,%s,国发〔2020〕1号,2020-01-02,2020-01-09,http://a/1
        State Council,%s,国发〔2020〕2号,2020-02-02,2020-02-09,http://a/2
        """
            .formatted(first, second));
  }

  private record Imported(ImportReport report, long proposal) {}

  private Imported imported(String first, String second) throws IOException, SQLException {
    ImportProposal proposal = new ImportProposal(proposals, "导入");
    ImportOutcome outcome =
        catalog.where(Edits.proposing(proposal)).importFile(titles(first, second), (_, _) -> {});
    ImportReport report = assertInstanceOf(ImportOutcome.Imported.class, outcome).report();
    return new Imported(report, proposal.end(true));
  }

  private List<String> titles() {
    return catalog
        .list()
        .page(RecordFilter.all(RecordFilter.Order.OLDEST), Optional.empty(), 50)
        .lines()
        .stream()
        .filter(line -> line.type().equals("disclosure-entry"))
        .map(RecordLine::title)
        .toList();
  }

  private String id(String title) {
    return catalog
        .list()
        .page(RecordFilter.words(List.of(title)), Optional.empty(), 1)
        .lines()
        .getFirst()
        .id();
  }

  private void approve(Change change) throws IOException, SQLException {
    long id = proposals.open(Proposal.Origin.EDIT, "zhang", "改").id();
    proposals.put(id, "zhang", change);
    proposals.submit(id, "zhang");
    approve(id);
  }

  private void approve(long proposal) throws IOException, SQLException {
    assertInstanceOf(ProposalOutcome.Done.class, proposals.approve(proposal, 0, "li", PUBLIC));
  }

  private String edit(String title, String other) throws IOException, SQLException {
    String id = id(title);
    RecordForm form = RecordForm.of(catalog.history().present(id).orElseThrow()).orElseThrow();
    form.fill(new Posted(java.util.Map.of("title", new String[] {other})), "");
    ContentRecord record = form.record(new ArrayList<>()).orElseThrow();
    approve(new Change.Put(catalog.revision(id).orElseThrow(), record));
    return id;
  }

  @Test
  void whatWasEditedStaysAndTheReportNamesRecordAndField() throws IOException, SQLException {
    imported("甲", "乙");
    String id = edit("甲", "甲（已更正）");
    Imported same = imported("甲", "乙");
    assertEquals(List.of("甲（已更正）", "乙"), titles());
    assertEquals(1, same.report().tally().kept());
    assertEquals(0, same.report().tally().changed());
    assertEquals(0, same.proposal(), "the source has nothing anew");
    Finding named =
        same.report().findings().stream()
            .filter(one -> one.kind() == Finding.Kind.EDITED_HERE)
            .findFirst()
            .orElseThrow();
    assertEquals("title", named.field());
    assertEquals(2, named.row());
    assertEquals(id + " 甲（已更正） ≠ 甲", named.detail());
  }

  @Test
  void whatTheSourceHasAnewForItIsProposedOnce()
      throws IOException, SQLException, MalformedRecordException {
    imported("甲", "乙");
    String id = edit("甲", "甲（已更正）");
    catalog.revise(id, catalog.revision(id).orElseThrow() + 1); // as after a withdrawal is undone
    Imported news = imported("甲，第二版", "乙，第二版");
    assertEquals(List.of("甲（已更正）", "乙，第二版"), titles(), "the other row is written");
    Proposal proposal = proposals.reader().find(news.proposal()).orElseThrow();
    assertEquals(Proposal.State.SUBMITTED, proposal.state());
    assertEquals(Proposal.Origin.IMPORT, proposal.origin());
    assertEquals(1, proposals.reader().counts(proposal.id()).changed());
    assertEquals(0, imported("甲，第二版", "乙，第二版").proposal(), "it waits already");
    approve(proposal.id());
    assertEquals(List.of("甲，第二版", "乙，第二版"), titles());
    Imported later = imported("甲，第三版", "乙，第二版");
    assertEquals(1, later.report().tally().changed(), "no edit is left");
    assertEquals(0, later.report().tally().kept());
    DisclosureEntry entry =
        (DisclosureEntry) RecordCodec.decode(catalog.history().present(id).orElseThrow().json());
    assertEquals("甲，第三版", entry.title());
  }

  @Test
  void whatWasTurnedDownIsNotProposedAgainButSomethingNewerIs() throws IOException, SQLException {
    imported("甲", "乙");
    edit("甲", "甲（已更正）");
    long first = imported("甲，第二版", "乙").proposal();
    proposals.giveBack(first, 0, "li", "以本处为准", Optional.empty());
    assertEquals(0, imported("甲，第二版", "乙").proposal());
    assertTrue(imported("甲，第三版", "乙").proposal() > first);
    assertEquals(List.of("甲（已更正）", "乙"), titles());
  }

  @Test
  void whatWasRemovedAtTheDeskStaysAwayUntilSomebodyWantsItBack() throws IOException, SQLException {
    imported("甲", "乙");
    approve(new Change.Removal(1, id("甲")));
    Imported same = imported("甲", "乙");
    assertEquals(List.of("乙"), titles());
    assertEquals(1, same.report().tally().kept());
    assertEquals(0, same.proposal());
    long back = imported("甲，第二版", "乙").proposal();
    assertEquals(1, proposals.reader().counts(back).added());
    approve(back);
    assertEquals(List.of("甲，第二版", "乙"), titles());
    assertEquals(1, imported("甲，第三版", "乙").report().tally().changed());
    assertEquals(List.of("甲，第三版", "乙"), titles());
  }

  @Test
  void overEditsWritesAndABrokenFileProposesNothing() throws IOException, SQLException {
    imported("甲", "乙");
    edit("甲", "甲（已更正）");
    Path broken = titles("甲，第二版", "乙");
    Files.writeString(broken, "\"torn", java.nio.file.StandardOpenOption.APPEND);
    ImportProposal proposal = new ImportProposal(proposals, "导入");
    assertInstanceOf(
        ImportOutcome.Broken.class,
        catalog.where(Edits.proposing(proposal)).importFile(broken, (_, _) -> {}));
    assertEquals(0, proposal.end(false));
    for (Proposal.State state : List.of(Proposal.State.OPEN, Proposal.State.SUBMITTED)) {
      assertEquals(List.of(), proposals.reader().inState(state, Long.MAX_VALUE, 9));
    }
    catalog.where(Edits.OVERWRITTEN).importFile(titles("甲", "乙"), (_, _) -> {});
    assertEquals(List.of("甲", "乙"), titles());
  }

  @Test
  void allThatTheSourceHasAnewIsOneProposalAndADraftIsNoEdit() throws IOException, SQLException {
    imported("甲", "乙");
    edit("甲", "甲（已更正）");
    edit("乙", "乙（已更正）");
    Imported news = imported("甲，第二版", "乙，第二版");
    assertEquals(2, proposals.reader().counts(news.proposal()).changed());
    approve(news.proposal());
    String id = id("甲，第二版");
    RecordForm form = RecordForm.of(catalog.history().present(id).orElseThrow()).orElseThrow();
    ContentRecord same = form.record(new ArrayList<>()).orElseThrow();
    long draft = proposals.open(Proposal.Origin.EDIT, "zhang", "稿").id();
    proposals.put(draft, "zhang", new Change.Put(catalog.revision(id).orElseThrow(), same));
    assertEquals(2, imported("甲，第三版", "乙，第三版").report().tally().changed());
  }
}
