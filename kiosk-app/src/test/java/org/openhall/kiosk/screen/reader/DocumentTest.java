package org.openhall.kiosk.screen.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.content.Agency;
import org.openhall.content.Attachment;
import org.openhall.content.Block;
import org.openhall.content.DisclosureEntry;
import org.openhall.content.DisclosureEntry.Particulars;
import org.openhall.content.DisclosureEntry.Relation;
import org.openhall.content.DisclosureEntry.Validity;
import org.openhall.content.DisclosureGuide;
import org.openhall.content.UnknownFields;
import org.openhall.kiosk.screen.browse.Loaded;
import org.openhall.kiosk.screen.browse.PublishedContent;
import org.openhall.kiosk.screen.browse.Records;
import org.openhall.kiosk.shell.Messages;
import org.openhall.kiosk.widget.Fact;

class DocumentTest {
  private static final Attachment FILE =
      new Attachment("预算表.xlsx", "application/octet-stream", 2048, "a".repeat(64), null);

  @TempDir Path dir;
  private PublishedContent content;

  @BeforeEach
  void publish() throws Exception {
    content =
        PublishedContent.of(
            dir,
            List.of(
                entry(),
                Records.text("e-2", "《管理办法》政策解读", List.of()),
                Records.report("r-2025", "2025年年度报告", 2025, "示例市人民政府"),
                guide()));
  }

  @AfterEach
  void close() throws Exception {
    content.close();
  }

  @Test
  void anEntryEndsWithItsFilesAndWhatBelongsToIt() {
    Reading reading = read("e-1");

    List<Piece> pieces = reading.pieces();
    assertEquals(
        new Piece.Files("reader.attachments", List.of(FILE)), pieces.get(pieces.size() - 2));
    Piece.Relations relations = assertInstanceOf(Piece.Relations.class, pieces.getLast());
    assertEquals("《管理办法》政策解读", relations.links().getFirst().title());
    assertEquals("e-2", id(relations.links().getFirst()));
    assertNull(relations.links().getLast().target());
  }

  @Test
  void anEntryWithoutFilesAndRelationsSaysNothingOfThem() {
    List<Piece> pieces = read("e-2").pieces();

    assertTrue(pieces.stream().noneMatch(Piece.Files.class::isInstance));
    assertTrue(pieces.stream().noneMatch(Piece.Relations.class::isInstance));
  }

  @Test
  void theFactsOfAnEntryHaveWhatIsStatedAndTheLawsOwn() {
    List<Fact> facts = facts("e-1");

    assertTrue(facts.contains(new Fact("施行日期", "2026-04-01")), facts.toString());
    assertTrue(facts.contains(new Fact("公开属性", "主动公开")), facts.toString());
    assertTrue(facts.contains(new Fact("索引号", null)), facts.toString());
    assertFalse(facts.stream().anyMatch(fact -> fact.label().equals("失效日期")));
  }

  @Test
  void anAnnualReportIsReadUnderTheSixHeadingsOfTheForm() {
    List<String> headings =
        read("r-2025").pieces().stream()
            .filter(Piece.Heading.class::isInstance)
            .map(heading -> ((Piece.Heading) heading).text().substring(0, 2))
            .toList();

    assertEquals(List.of("一、", "二、", "三、", "四、", "五、", "六、"), headings);
    assertTrue(facts("r-2025").contains(new Fact("报告年度", "2025")));
  }

  @Test
  void theTablesOfAnAnnualReportAreThoseOfTheForm() {
    List<Piece.Band> tables =
        read("r-2025").pieces().stream()
            .filter(Piece.Band.class::isInstance)
            .map(Piece.Band.class::cast)
            .filter(Piece.Band::first)
            .toList();

    assertEquals(3, tables.size());
    assertEquals(10, tables.get(1).columns().size());
  }

  @Test
  void aDisclosureGuideBeginsWithTheOfficeInChargeStatedOrNot() {
    Piece.FactBlock contact =
        assertInstanceOf(Piece.FactBlock.class, read("guide").pieces().get(1));

    assertEquals(8, contact.lines().size());
    assertEquals(new Piece.Line("contact.agency", "政务公开科"), contact.lines().getFirst());
    assertTrue(contact.lines().contains(new Piece.Line("contact.fax", null)));
  }

  @Test
  void theWordsOfEveryFactOfAGuideAreThere() {
    Messages words = new Messages();
    read("guide").pieces().stream()
        .filter(Piece.FactBlock.class::isInstance)
        .flatMap(block -> ((Piece.FactBlock) block).lines().stream())
        .forEach(line -> assertFalse(words.text(line.key()).isBlank()));
  }

  private List<Fact> facts(String id) {
    Reading reading = read(id);
    return new DocumentFacts(reading.document(), reading.release(), ZoneId.of("Asia/Shanghai"))
        .in(new Messages());
  }

  private static String id(Document.Link link) {
    return Objects.requireNonNull(link.target()).header().id();
  }

  @SuppressWarnings("unchecked")
  private Reading read(String id) {
    Loaded<Reading> state = new ReaderModel(content, id, null).reading().get();
    return ((Loaded.Shown<Reading>) assertInstanceOf(Loaded.Shown.class, state)).value();
  }

  private static DisclosureEntry entry() {
    List<Relation> relations =
        List.of(new Relation("《管理办法》政策解读", "e-2", "政策解读"), new Relation("旧办法", null, "废止"));
    return new DisclosureEntry(
        Records.header("e-1"),
        "关于印发《管理办法》的通知",
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        Validity.IN_FORCE,
        null,
        List.of(),
        null,
        List.of(new Block.Paragraph("正文")),
        new Particulars(
            null, null, "主动公开", null, LocalDate.of(2026, 4, 1), null, List.of(FILE), relations),
        UnknownFields.NONE);
  }

  private static DisclosureGuide guide() {
    return new DisclosureGuide(
        Records.header("guide"),
        "政府信息公开指南",
        "示例市人民政府",
        null,
        new DisclosureGuide.Contact("政务公开科", "明厅路9号", null, null, "000-1", null, null, null),
        List.of(new Block.Paragraph("本指南依照条例编制。")),
        new Agency("主管部门", null, null),
        List.of("no-such-form"),
        UnknownFields.NONE);
  }
}
