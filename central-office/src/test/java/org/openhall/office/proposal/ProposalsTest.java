package org.openhall.office.proposal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.content.ContentRecord;
import org.openhall.content.DisclosureEntry;
import org.openhall.content.DisclosureEntry.Particulars;
import org.openhall.content.DisclosureEntry.Validity;
import org.openhall.content.Limits;
import org.openhall.content.Origin;
import org.openhall.content.RecordHeader;
import org.openhall.content.UnknownFields;
import org.openhall.content.codec.EncodedRecord;
import org.openhall.content.codec.MalformedRecordException;
import org.openhall.content.codec.RecordCodec;
import org.openhall.office.catalog.Catalog;
import org.openhall.office.catalog.Edits;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.database.OnBothDatabases;
import org.openhall.office.database.TestDatabase;
import org.openhall.office.proposal.Proposal.State;
import org.openhall.office.proposal.ProposalOutcome.Conflicts;
import org.openhall.office.proposal.ProposalOutcome.Done;
import org.openhall.office.proposal.ProposalOutcome.OutOfLimits;
import org.openhall.office.proposal.ProposalOutcome.Refusal;
import org.openhall.office.proposal.ProposalOutcome.Refused;
import org.openhall.office.proposal.SecrecyReview.Conclusion;
import org.openhall.office.text.OfficeTime;

@OnBothDatabases
class ProposalsTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-30T02:00:00Z"), OfficeTime.ZONE);
  private static final SecrecyReview PUBLIC =
      new SecrecyReview(Conclusion.DISCLOSE, "政府信息公开条例第十七条", "");
  private static final String EDITOR = "zhang";
  private static final String REVIEWER = "li";

  @TempDir Path folder;
  private OfficeDatabase database;
  private Catalog catalog;
  private Proposals proposals;
  private final TestDatabase kind;

  ProposalsTest(TestDatabase kind) {
    this.kind = kind;
  }

  @BeforeEach
  void open() throws IOException {
    database = kind.open(folder.resolve("data"));
    catalog = new Catalog(database, CLOCK);
    proposals = new Proposals(database, CLOCK);
  }

  private static DisclosureEntry entry(String id, String title) {
    Origin origin = new Origin("某市人民政府", null, "0".repeat(64), LocalDate.of(2026, 1, 1), false);
    return new DisclosureEntry(
        new RecordHeader(id, 1, null, null, null, origin),
        title,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        Validity.UNSTATED,
        null,
        List.of(),
        null,
        List.of(),
        Particulars.UNSTATED,
        UnknownFields.NONE);
  }

  private long opened(Change... changes) throws SQLException {
    long id = proposals.open(Proposal.Origin.EDIT, EDITOR, "修改").id();
    for (Change change : changes) {
      assertInstanceOf(Done.class, proposals.put(id, EDITOR, change));
    }
    return id;
  }

  private long submitted(Change... changes) throws SQLException {
    long id = opened(changes);
    assertInstanceOf(Done.class, proposals.submit(id, EDITOR));
    return id;
  }

  private long approved(Change... changes) throws IOException, SQLException {
    long id = submitted(changes);
    assertEquals(State.APPROVED, done(proposals.approve(id, 0, REVIEWER, PUBLIC)).state());
    return id;
  }

  private static Change put(int base, String id, String title) {
    return new Change.Put(base, entry(id, title));
  }

  private static Proposal done(ProposalOutcome outcome) {
    return assertInstanceOf(Done.class, outcome).proposal();
  }

  private static void assertRefused(Refusal why, ProposalOutcome outcome) {
    assertEquals(new Refused(why), outcome);
  }

  private List<String> titles() throws IOException, SQLException {
    List<String> titles = new ArrayList<>();
    catalog.forEach(record -> {
      if (decode(record) instanceof DisclosureEntry entry) {
        titles.add(entry.header().revision() + " " + entry.title());
      }
    });
    return titles;
  }

  private static ContentRecord decode(EncodedRecord record) {
    try {
      return RecordCodec.decode(record.json());
    } catch (MalformedRecordException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void nothingIsInTheCatalogueBeforeItIsApprovedAndThenItIsWhatWasLookedAt()
      throws IOException, SQLException {
    long id = submitted(put(0, "a", "甲"), put(0, "b", "乙"));
    assertEquals(List.of(), titles());
    byte[] lookedAt = proposals.reader().item(id, "a").orElseThrow().row().record().json();

    Proposal approved = done(proposals.approve(id, 0, REVIEWER, PUBLIC));
    assertEquals(State.APPROVED, approved.state());
    assertEquals(List.of("1 甲", "1 乙"), titles());
    catalog.forEach(record -> {
      if (record.id().equals("a")) {
        assertArrayEquals(lookedAt, record.json());
      }
    });
    assertEquals(
        List.of(new Decision(REVIEWER, CLOCK.instant(), true, "", PUBLIC)),
        proposals.reader().decisions(id));
  }

  @Test
  void nobodyDecidesOnTheirOwnWork() throws IOException, SQLException {
    long id = submitted(put(0, "a", "甲"));
    assertRefused(Refusal.OWN_WORK, proposals.approve(id, 0, EDITOR, PUBLIC));
    assertRefused(Refusal.OWN_WORK, proposals.giveBack(id, 0, EDITOR, "不妥", Optional.empty()));
    assertEquals(List.of(), titles());
  }

  @Test
  void whatTheSecrecyReviewDoesNotLetOutIsNotApproved() throws IOException, SQLException {
    long id = submitted(put(0, "a", "甲"));
    for (Conclusion conclusion : Conclusion.values()) {
      if (!conclusion.isPublic()) {
        SecrecyReview review = new SecrecyReview(conclusion, "条例第十四条", "");
        assertRefused(Refusal.NOT_PUBLIC, proposals.approve(id, 0, REVIEWER, review));
      }
    }
    assertEquals(State.SUBMITTED, proposals.reader().find(id).orElseThrow().state());
  }

  @Test
  void aRecordThatHasChangedSinceIsAConflictAndNothingElseIsWritten()
      throws IOException, SQLException {
    approved(put(0, "a", "甲"), put(0, "b", "乙"));
    long mine = submitted(put(1, "a", "甲，我改"), put(0, "c", "丙"));
    long theirs = submitted(put(1, "a", "甲，他改"));
    long removal = submitted(new Change.Removal(1, "a"));
    done(proposals.approve(theirs, 0, REVIEWER, PUBLIC));

    ProposalOutcome outcome = proposals.approve(mine, 0, REVIEWER, PUBLIC);
    assertEquals(new Conflicts(List.of(new Conflict("a", "甲，我改", 1, 2))), outcome);
    assertEquals(List.of(new Conflict("a", "甲，我改", 1, 2)), proposals.reader().conflicts(mine));
    assertInstanceOf(Conflicts.class, proposals.approve(removal, 0, REVIEWER, PUBLIC));
    assertEquals(List.of("2 甲，他改", "1 乙"), titles());
    assertEquals(State.SUBMITTED, proposals.reader().find(mine).orElseThrow().state());
    assertEquals(List.of(), proposals.reader().decisions(mine));
  }

  @Test
  void anIdThatSomebodyElseTookIsAConflictToo() throws IOException, SQLException {
    long late = submitted(put(0, "a", "甲，晚"));
    approved(put(0, "a", "甲，早"));
    assertEquals(
        new Conflicts(List.of(new Conflict("a", "甲，晚", 0, 1))),
        proposals.approve(late, 0, REVIEWER, PUBLIC));
  }

  @Test
  void ofTwoApprovalsAtOnceOneIsAConflict()
      throws IOException, SQLException, InterruptedException, ExecutionException {
    approved(put(0, "a", "甲"));
    List<Callable<ProposalOutcome>> approvals = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      long id = submitted(put(1, "a", "甲" + i));
      approvals.add(() -> proposals.approve(id, 0, REVIEWER, PUBLIC));
    }
    int conflicts = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (Future<ProposalOutcome> one : threads.invokeAll(approvals)) {
        conflicts += one.get() instanceof Conflicts ? 1 : 0;
      }
    }
    assertEquals(3, conflicts);
    assertEquals(OptionalInt.of(2), catalog.revision("a"));
  }

  @Test
  void whatIsRemovedAndBroughtBackGoesOnCounting() throws IOException, SQLException {
    approved(put(0, "a", "甲"));
    approved(new Change.Removal(1, "a"));
    assertEquals(List.of(), titles());
    approved(put(0, "a", "甲又来"));
    assertEquals(List.of("2 甲又来"), titles());
  }

  @Test
  void anImportGoesOnCountingToo() throws IOException, SQLException {
    Path csv =
        Files.writeString(
            folder.resolve("titles.csv"),
            """
            source,title,doc_number,date_written,date_published,url
            State Council,国务院关于甲的通知,国发〔2020〕1号,2020-01-02,2020-01-09,http://a/1
            """);
    catalog.importFile(csv, (fraction, rows) -> {});
    String id = firstEntry();
    approved(new Change.Removal(1, id));
    catalog.importFile(csv, (fraction, rows) -> {});
    assertEquals(List.of(), titles(), "what was removed at the desk stays so");
    catalog.where(Edits.OVERWRITTEN).importFile(csv, (fraction, rows) -> {});
    assertEquals(List.of("2 国务院关于甲的通知"), titles());
  }

  private String firstEntry() throws IOException, SQLException {
    List<String> ids = new ArrayList<>();
    catalog.forEach(record -> {
      if (record.type().equals("disclosure-entry")) {
        ids.add(record.id());
      }
    });
    return ids.getFirst();
  }

  @Test
  void undoingIsAProposalBackThatIsReviewedLikeAnyOther() throws IOException, SQLException {
    approved(put(0, "a", "甲"), put(0, "b", "乙"));
    long wrong = approved(put(1, "a", "改错"), new Change.Removal(1, "b"), put(0, "c", "多余"));
    assertEquals(List.of("2 改错", "1 多余"), titles());

    Proposal back = done(proposals.undo(wrong, EDITOR, "撤销"));
    assertEquals(new Counts(1, 1, 1), proposals.reader().counts(back.id()));
    assertEquals(List.of("2 改错", "1 多余"), titles());
    assertRefused(Refusal.UNDONE_ALREADY, proposals.undo(wrong, EDITOR, "撤销"));
    done(proposals.submit(back.id(), EDITOR));
    assertRefused(Refusal.OWN_WORK, proposals.approve(back.id(), 0, EDITOR, PUBLIC));
    done(proposals.approve(back.id(), 0, REVIEWER, PUBLIC));
    assertEquals(List.of("3 甲", "2 乙"), titles());
    assertEquals(State.UNDONE, proposals.reader().find(wrong).orElseThrow().state());
  }

  @Test
  void whatComesBackWithAReasonIsMendedAndHandedInAgain() throws IOException, SQLException {
    long id = submitted(put(0, "a", "甲"));
    SecrecyReview referred = new SecrecyReview(Conclusion.REFERRED, "条例第十七条", "报保密局确定");
    Proposal returned = done(proposals.giveBack(id, 0, REVIEWER, "缺内容概述", Optional.of(referred)));
    assertEquals(State.RETURNED, returned.state());
    done(proposals.put(id, EDITOR, put(0, "a", "甲，补")));
    done(proposals.submit(id, EDITOR));
    done(proposals.approve(id, 1, REVIEWER, PUBLIC));
    List<Decision> decisions = proposals.reader().decisions(id);
    assertEquals("缺内容概述", decisions.getFirst().reason());
    assertEquals(referred, decisions.getFirst().secrecy());
    assertEquals(2, decisions.size());
    assertEquals(List.of("1 甲，补"), titles());
  }

  @Test
  void whoeverLookedAtItBeforeItCameBackDecidesOnNothing() throws IOException, SQLException {
    long id = submitted(put(0, "a", "甲"));
    done(proposals.giveBack(id, 0, REVIEWER, "缺内容概述", Optional.empty()));
    done(proposals.put(id, EDITOR, put(0, "a", "别的")));
    done(proposals.submit(id, EDITOR));
    assertRefused(Refusal.CHANGED, proposals.approve(id, 0, REVIEWER, PUBLIC));
    assertRefused(Refusal.CHANGED, proposals.giveBack(id, 0, REVIEWER, "再改", Optional.empty()));
    assertEquals(State.SUBMITTED, proposals.reader().find(id).orElseThrow().state());
    assertEquals(1, proposals.reader().decisions(id).size());
    assertEquals(List.of(), titles());
    done(proposals.giveBack(id, 1, REVIEWER, "再改", Optional.empty()));
    done(proposals.submit(id, EDITOR));
    done(proposals.approve(id, 2, REVIEWER, PUBLIC));
    assertEquals(List.of("1 别的"), titles());
  }

  @Test
  void aDraftGoesBackStepByStep() throws SQLException {
    long id = opened(put(0, "a", "一"), put(0, "a", "二"), put(0, "a", "二"), put(0, "a", "三"));
    assertEquals(2, proposals.reader().steps(id, "a"));
    done(proposals.stepBack(id, EDITOR, "a"));
    assertEquals("二", proposals.reader().item(id, "a").orElseThrow().title());
    done(proposals.stepBack(id, EDITOR, "a"));
    assertEquals("一", proposals.reader().item(id, "a").orElseThrow().title());
    assertRefused(Refusal.UNKNOWN, proposals.stepBack(id, EDITOR, "a"));
  }

  @Test
  void onlyItsAuthorWorksAtItAndOnlyWhileItIsTheirs() throws IOException, SQLException {
    long id = opened(put(0, "a", "甲"), put(0, "b", "乙"));
    assertRefused(Refusal.NOT_THE_AUTHOR, proposals.put(id, REVIEWER, put(0, "a", "别人")));
    assertRefused(Refusal.NOT_THE_AUTHOR, proposals.submit(id, REVIEWER));
    assertRefused(Refusal.WRONG_STATE, proposals.approve(id, 0, REVIEWER, PUBLIC));
    done(proposals.drop(id, EDITOR, "b"));
    assertRefused(Refusal.UNKNOWN, proposals.drop(id, EDITOR, "b"));
    done(proposals.submit(id, EDITOR));
    assertRefused(Refusal.WRONG_STATE, proposals.put(id, EDITOR, put(0, "a", "晚了")));
    assertRefused(Refusal.WRONG_STATE, proposals.submit(id, EDITOR));
    assertRefused(Refusal.UNKNOWN, proposals.submit(99, EDITOR));
  }

  @Test
  void anEmptyOneIsNotHandedInAndOneGivenUpIsOver() throws SQLException {
    long id = opened();
    assertRefused(Refusal.EMPTY, proposals.submit(id, EDITOR));
    done(proposals.discard(id, EDITOR));
    assertRefused(Refusal.WRONG_STATE, proposals.put(id, EDITOR, put(0, "a", "甲")));
  }

  @Test
  void whatBreaksALimitIsNotTaken() throws SQLException {
    long id = opened();
    ProposalOutcome outcome = proposals.put(id, EDITOR, put(0, "a", "长".repeat(Limits.TITLE + 1)));
    assertEquals(
        "title", assertInstanceOf(OutOfLimits.class, outcome).violations().getFirst().field());
  }

  @Test
  void aBatchIsWrittenWholeAndReadByPages() throws IOException, SQLException {
    long id = proposals.open(Proposal.Origin.UPLOAD, EDITOR, "批量").id();
    done(
        proposals.put(
            id,
            EDITOR,
            IntStream.range(0, 1_201)
                .mapToObj(i -> put(0, "r%04d".formatted(i), "第" + i))
                .iterator()));
    assertEquals(new Counts(1_201, 0, 0), proposals.reader().counts(id));
    List<Item> page = proposals.reader().items(id, "r1199", 50);
    assertEquals(List.of("r1200"), page.stream().map(Item::recordId).toList());
    done(proposals.submit(id, EDITOR));
    done(proposals.approve(id, 0, REVIEWER, PUBLIC));
    assertEquals(1_201, titles().size());
    done(proposals.undo(id, EDITOR, "撤销批量"));
    assertEquals(
        List.of(id, id + 1),
        proposals.reader().touching("r0007", 10).stream().map(Proposal::id).sorted().toList());
  }
}
