package org.openhall.office.upload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.content.Block;
import org.openhall.content.ContentRecord;
import org.openhall.content.DisclosureEntry;
import org.openhall.content.ServiceGuide;
import org.openhall.content.codec.MalformedRecordException;
import org.openhall.content.codec.RecordCodec;
import org.openhall.office.catalog.Catalog;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.database.OnBothDatabases;
import org.openhall.office.database.TestDatabase;
import org.openhall.office.file.FileFault;
import org.openhall.office.file.HostileFiles;
import org.openhall.office.proposal.Proposal.State;
import org.openhall.office.proposal.ProposalOutcome;
import org.openhall.office.proposal.Proposals;
import org.openhall.office.proposal.SecrecyReview;
import org.openhall.office.table.BadTableException;
import org.openhall.office.text.Messages;
import org.openhall.office.text.OfficeTime;

@OnBothDatabases
class UploadsTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-30T02:00:00Z"), OfficeTime.ZONE);
  private static final Messages CHINESE = Messages.of("zh-CN");
  private static final SecrecyReview PUBLIC =
      new SecrecyReview(SecrecyReview.Conclusion.DISCLOSE, "条例第十七条", "");
  private static final String GUIDES =
      """
      事项名称*,实施编码,实施主体,服务对象,申请材料（每行一项）,收费,办理时间,备注
      身份证换领,G001,某市公安局,自然人,"1.旧证｜原件｜1份
      2、照片",不收费,工作日9:00-17:00,甲
      企业开办,G002,某市行政审批局,企业,申请书,无,,乙
      """;

  @TempDir Path folder;
  private OfficeDatabase database;
  private Catalog catalog;
  private Proposals proposals;
  private Uploads uploads;
  private final TestDatabase kind;

  UploadsTest(TestDatabase kind) {
    this.kind = kind;
  }

  @BeforeEach
  void open() throws IOException {
    database = kind.open(folder.resolve("data"));
    catalog = new Catalog(database, CLOCK);
    proposals = new Proposals(database, CLOCK);
    uploads = new Uploads(database, catalog, proposals, CLOCK);
  }

  private Upload take(String name, String text, Charset charset) throws IOException {
    UploadOutcome outcome =
        uploads.take("zhang", name, new ByteArrayInputStream(text.getBytes(charset)), "某市");
    return assertInstanceOf(UploadOutcome.Taken.class, outcome, outcome.toString()).upload();
  }

  /** Takes the columns as the program proposes them. */
  private Upload mapped(String name, String text) throws IOException, BadTableException {
    Upload upload = take(name, text, StandardCharsets.UTF_8);
    Uploads.Look look = uploads.look(upload, 0);
    Mapping mapping = uploads.probable(upload, look.columns(), Optional.empty());
    uploads.map(upload, 0, look.columns(), mapping);
    return uploads.find(upload.id()).orElseThrow();
  }

  private UploadReport check(Upload upload) throws IOException, SQLException {
    return uploads.check(upload, CHINESE, (_, _) -> {});
  }

  private long proposed(Upload upload) throws IOException, SQLException {
    ProposeOutcome outcome = uploads.propose(upload, "zhang", "某市事项", (_, _) -> {});
    ProposeOutcome.Proposed proposed = assertInstanceOf(ProposeOutcome.Proposed.class, outcome);
    assertInstanceOf(ProposalOutcome.Done.class, proposed.outcome());
    return proposed.proposal();
  }

  private void approved(long proposal) throws IOException, SQLException {
    assertInstanceOf(ProposalOutcome.Done.class, proposals.approve(proposal, 0, "li", PUBLIC));
  }

  private List<ContentRecord> records() throws IOException, SQLException {
    List<ContentRecord> records = new ArrayList<>();
    catalog.forEach(record -> {
      try {
        records.add(RecordCodec.decodeKnown(record.json()));
      } catch (MalformedRecordException e) {
        throw new IOException(e);
      }
    });
    return records;
  }

  private ServiceGuide guide(String code) throws IOException, SQLException {
    return records().stream()
        .filter(r -> r instanceof ServiceGuide g && code.equals(g.itemCode()))
        .map(ServiceGuide.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static List<ServiceGuide.Material> materials(ServiceGuide guide) {
    return Objects.requireNonNull(guide.materials());
  }

  @Test
  void aTableBecomesRecordsOnlyWhenAnotherPersonHasApproved()
      throws IOException, SQLException, BadTableException {
    Upload upload = mapped("事项.csv", GUIDES);
    UploadReport report = check(upload);
    assertEquals(2, report.tally().added());
    assertEquals(List.of("added", "added"), report.shown().stream().map(s -> s.became()).toList());
    long proposal = proposed(upload);
    assertEquals(List.of(), records());
    approved(proposal);
    ServiceGuide guide = guide("G001");
    assertEquals("身份证换领", guide.title());
    assertEquals(List.of(ServiceGuide.Audience.NATURAL_PERSON), guide.audiences());
    assertEquals("旧证", materials(guide).getFirst().name());
    assertEquals(1, materials(guide).getFirst().copies());
    assertEquals("照片", materials(guide).get(1).name());
    assertEquals(List.of(), guide.fees(), "said to be none");
    assertEquals("工作日9:00-17:00", Objects.requireNonNull(guide.windows()).getFirst().hours());
    assertEquals(null, guide.steps(), "nobody said anything");
    assertEquals("某市", guide.header().origin().source());
    assertEquals(State.APPROVED, proposals.reader().find(proposal).orElseThrow().state());
  }

  @Test
  void theSameFileAgainChangesNothingAndANoteBesideItNeither()
      throws IOException, SQLException, BadTableException {
    approved(proposed(mapped("事项.csv", GUIDES)));
    assertEquals(2, check(mapped("事项.csv", GUIDES)).tally().unchanged());
    UploadReport noted = check(mapped("事项.csv", GUIDES.replace("甲", "丙")));
    assertEquals(2, noted.tally().unchanged());
    UploadReport changed = check(mapped("事项.csv", GUIDES.replace("照片", "近照")));
    assertEquals(1, changed.tally().changed());
    assertEquals(1, changed.tally().unchanged());
  }

  @Test
  void whatNoColumnFillsStaysAsTheCatalogueHasIt()
      throws IOException, SQLException, BadTableException {
    approved(proposed(mapped("事项.csv", GUIDES)));
    String phones = "事项名称,实施编码,监督电话\n身份证换领,G001,12345\n";
    approved(proposed(mapped("电话.csv", phones)));
    ServiceGuide guide = guide("G001");
    assertEquals("12345", guide.complaint());
    assertEquals("旧证", materials(guide).getFirst().name());
    assertEquals(2, guide.header().revision());
    approved(proposed(mapped("电话.csv", "事项名称,实施编码,监督电话\n身份证换领,G001,\n")));
    assertEquals(null, guide("G001").complaint(), "the column says that there is nothing");
  }

  @Test
  void everyRefusalNamesRowAndColumnAndTheRowsComeBackToBeCorrected()
      throws IOException, SQLException, BadTableException {
    String text =
        "标题,索引号,成文日期,有效性,备注\n"
            + "好的,1,2026年3月1日,有效,=1+1\n"
            + ",2,2026-03-01,有效,\n"
            + "坏日期,3,2026-02-30,有效,=2+2\n"
            + "坏效力,4,,或许,\n"
            + "重复,1,,,\n"
            + "过长的索引号,"
            + "9".repeat(70)
            + ",,,\n";
    UploadReport report = check(mapped("目录.csv", text));
    assertEquals(1, report.tally().added());
    assertEquals(5, report.tally().refused());
    assertEquals(
        List.of("3 标题 missing-field", "4 成文日期 not-a-date", "5 有效性 wrong-type"),
        report.noted().stream()
            .limit(3)
            .map(n -> n.row() + " " + n.column() + " " + n.kind())
            .toList());
    assertTrue(
        report.noted().stream()
            .anyMatch(n -> n.kind().equals("out-of-limits") && n.column().equals("索引号")));
    Path refused = uploads.refusedRows(uploads.newest(1).getFirst().id());
    String csv = Files.readString(refused);
    assertTrue(csv.contains("'=2+2"), csv);
    assertTrue(csv.contains("成文日期：不是有效日期（2026-02-30）"), csv);
    UploadReport corrected = check(mapped("目录.csv", csv.replace("2026-02-30", "2026/2/28")));
    assertEquals(2, corrected.tally().added(), "the repeated row stands alone now");
    assertEquals(3, corrected.tally().refused());
  }

  @Test
  void whatColumnsWereSaidToBeIsRememberedForTheirSource()
      throws IOException, SQLException, BadTableException {
    String text = "事情,编码,说明\n甲事,G9,话\n";
    Upload first = take("a.csv", text, StandardCharsets.UTF_8);
    List<String> columns = uploads.look(first, 0).columns();
    uploads.map(
        first,
        0,
        columns,
        new Mapping(RecordFields.SERVICE_GUIDE, Map.of("事情", "title", "说明", "summary")));
    Upload second = take("b.csv", text, Charset.forName("GB18030"));
    Mapping probable = uploads.probable(second, columns, Optional.empty());
    assertEquals(Map.of("事情", "title", "说明", "summary"), probable.columns());
    assertEquals(RecordFields.SERVICE_GUIDE, probable.fields());
  }

  @Test
  void undoneUploadsAreTakenBackByAProposal() throws IOException, SQLException, BadTableException {
    long proposal = proposed(mapped("事项.csv", GUIDES));
    approved(proposal);
    ProposalOutcome undo = proposals.undo(proposal, "zhang", "撤销");
    long back = assertInstanceOf(ProposalOutcome.Done.class, undo).proposal().id();
    assertInstanceOf(ProposalOutcome.Done.class, proposals.submit(back, "zhang"));
    approved(back);
    assertEquals(List.of(), records());
  }

  @Test
  void aFileBecomesOneProposalOnly() throws IOException, SQLException, BadTableException {
    Upload upload = mapped("事项.csv", GUIDES);
    proposed(upload);
    assertInstanceOf(
        ProposeOutcome.Already.class, uploads.propose(upload, "zhang", "又", (_, _) -> {}));
  }

  @Test
  void anArticleBecomesAnEntryWithItsBlocks() throws IOException, SQLException, BadTableException {
    String html =
        "<html><head><meta charset=utf-8><meta name=ArticleTitle content=关于某事的通知>"
            + "<meta name=PubDate content=2026-03-01></head><body><div id=zoom><h2>一、总则</h2>"
            + "<p>正文正文正文正文正文正文正文正文正文正文。</p></div></body></html>";
    Upload upload = mapped("通知.html", html);
    approved(proposed(upload));
    DisclosureEntry entry = (DisclosureEntry) records().getFirst();
    assertEquals("关于某事的通知", entry.title());
    assertEquals(new Block.Heading(2, "一、总则"), entry.body().getFirst());
    assertEquals(2, entry.body().size());
  }

  @Test
  void objectsInTheRecordsOwnFormAreTakenInIt()
      throws IOException, SQLException, BadTableException {
    String json =
        "[{\"title\":\"身份证换领\",\"itemCode\":\"G1\",\"materials\":[{\"name\":\"旧证\","
            + "\"necessity\":\"optional\"}],\"visits\":1},"
            + "{\"title\":\"坏的\",\"itemCode\":\"G2\",\"materials\":[{\"copies\":\"x\"}]}]";
    Upload upload = mapped("事项.json", json);
    UploadReport report = check(upload);
    assertEquals(1, report.tally().added());
    assertEquals("materials", report.noted().getFirst().column());
    approved(proposed(upload));
    assertEquals(ServiceGuide.Necessity.OPTIONAL, materials(guide("G1")).getFirst().necessity());
  }

  @Test
  void aFileThatBreaksHalfwayIsSaidToAndChangesNothing()
      throws IOException, SQLException, BadTableException {
    Upload upload = mapped("a.csv", "标题,文号\n" + "甲,1号\n".repeat(9) + "\"乙\"x,2号\n");
    UploadReport report = check(upload);
    assertEquals("trouble.table-csv", report.trouble().orElseThrow().key());
    assertEquals("11", report.trouble().orElseThrow().arguments().getFirst());
  }

  @Test
  void hostileFilesLeaveNothingBehind() throws IOException {
    byte[] macros = HostileFiles.workbookWith("xl/vbaProject.bin", "x");
    UploadOutcome outcome = uploads.take("zhang", "a.xlsx", new ByteArrayInputStream(macros), "某市");
    UploadOutcome.Refused refused = assertInstanceOf(UploadOutcome.Refused.class, outcome);
    assertEquals(FileFault.MACRO, refused.reasons().getFirst().fault());
    try (var files = Files.list(folder.resolve("data/uploads"))) {
      assertEquals(0, files.count());
    }
  }

  @Test
  void aLongTableIsReadInOnePassAndSaysHowFarItIs()
      throws IOException, SQLException, BadTableException {
    int rows = kind == TestDatabase.SQLITE ? 36_000 : 4_000;
    StringBuilder csv = new StringBuilder("标题,索引号,发布日期\n");
    for (int i = 0; i < rows; i++) {
      csv.append("关于第").append(i).append("号的通知,X").append(i).append(",2026-03-01\n");
    }
    Upload upload = mapped("长.csv", csv.toString());
    List<Double> heard = new ArrayList<>();
    UploadReport report = uploads.check(upload, CHINESE, (fraction, _) -> heard.add(fraction));
    assertEquals(rows, report.tally().added());
    assertEquals(rows, heard.size());
    assertTrue(heard.getFirst() < 0.5 && heard.getLast() == 1.0, "" + heard.getFirst());
    long proposal = proposed(upload);
    assertEquals(rows, proposals.reader().counts(proposal).added());
  }

  @Test
  void whatNobodyHandsInIsDeletedWithItsFileAndWhatWasRememberedStays()
      throws IOException, SQLException, BadTableException {
    Upload left = take("甲.csv", GUIDES, StandardCharsets.UTF_8);
    Upload handed = mapped("乙.csv", GUIDES);
    uploads.propose(handed, "zhang", "乙", (_, _) -> {});
    Path old = Files.createFile(folder.resolve("data/uploads/new-1.part"));
    Files.setLastModifiedTime(old, java.nio.file.attribute.FileTime.fromMillis(0));
    Instant day = CLOCK.instant();
    assertEquals(0, uploads.tidy(day), "as old, not older");
    assertTrue(Files.notExists(old), "what a program left that died");
    assertEquals(1, uploads.tidy(day.plusSeconds(1)));
    assertEquals(0, uploads.tidy(day.plusSeconds(1)));
    assertEquals(Optional.empty(), uploads.find(left.id()));
    assertTrue(Files.notExists(folder.resolve("data/uploads/" + left.id())));
    assertTrue(uploads.find(handed.id()).isPresent(), "its history stays");
  }

  @Test
  void aReportOfBeforeAFigureWasCountedIsStillRead()
      throws IOException, SQLException, BadTableException {
    Upload mapped = mapped("甲.csv", GUIDES);
    UploadReport report = uploads.check(mapped, CHINESE, (_, _) -> {});
    String before = report.json().replace("\"kept\":0,", "");
    assertTrue(before.length() < report.json().length());
    assertEquals(report, UploadReport.ofJson(before));
  }
}
