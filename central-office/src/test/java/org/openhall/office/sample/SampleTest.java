package org.openhall.office.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openhall.content.AnnualReport;
import org.openhall.content.AnnualReportBalance;
import org.openhall.content.Block;
import org.openhall.content.CatalogNode;
import org.openhall.content.ContentRecord;
import org.openhall.content.DisclosureEntry;
import org.openhall.content.ServiceGuide;
import org.openhall.content.UnknownRecord;
import org.openhall.content.codec.RecordCodec;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleTest {
  /**
   * Anything that could be a telephone number with its area or an identity number, but for ours;
   * seven digits may be an amount or a budget code.
   */
  private static final Pattern LONG_NUMBER = Pattern.compile("(?<![0-9A-Z])\\d{8,}(?![0-9A-Z])");

  private final Sample sample;

  SampleTest() throws Exception {
    sample = Sample.read();
  }

  @Test
  void itsAuthorsHaveNothingToPutRight() {
    assertEquals(List.of(), sample.problems());
    assertEquals(List.of(), sample.all(UnknownRecord.class));
  }

  @Test
  void theFifteenStatutoryItemsStandUnderOneRoot() {
    List<CatalogNode> nodes =
        sample.all(CatalogNode.class).stream()
            .filter(n -> n.tree() == CatalogNode.Tree.DISCLOSURE)
            .toList();
    CatalogNode root = nodes.stream().filter(n -> n.parentId() == null).findFirst().orElseThrow();
    List<CatalogNode> items =
        nodes.stream().filter(n -> root.header().id().equals(n.parentId())).toList();

    assertEquals("法定主动公开内容", root.name());
    assertEquals(
        IntStream.rangeClosed(1, 15).boxed().toList(),
        items.stream().map(CatalogNode::order).toList());
  }

  @Test
  void everyEntryHasWhatTheDirectoryMustHave() {
    for (DisclosureEntry entry : sample.all(DisclosureEntry.class)) {
      assertNotNull(entry.indexNumber(), entry.title());
      assertNotNull(entry.summary(), entry.title());
      LocalDate written = Objects.requireNonNull(entry.writtenOn(), entry.title());
      LocalDate published = Objects.requireNonNull(entry.publishedOn(), entry.title());
      assertFalse(published.isBefore(written), entry.title());
      assertFalse(published.isAfter(Sample.AS_OF), entry.title());
      assertTrue(entry.body().size() >= 3, entry.title());
    }
  }

  @Test
  void everyIndexNumberBeginsWithARightCreditCode() {
    for (DisclosureEntry entry : sample.all(DisclosureEntry.class)) {
      String index = Objects.requireNonNull(entry.indexNumber());
      assertTrue(index.matches("[0-9A-Z]{18}/20(1|2)\\d-\\d{5}"), index);
      assertEquals(CreditCode.checkCharacter(index.substring(0, 17)), index.charAt(17), index);
    }
  }

  @Test
  void everyGuideIsComplete() {
    for (ServiceGuide guide : sample.all(ServiceGuide.class)) {
      List.of(
              Objects.requireNonNull(guide.conditions(), guide.title()),
              Objects.requireNonNull(guide.materials(), guide.title()),
              Objects.requireNonNull(guide.steps(), guide.title()),
              Objects.requireNonNull(guide.windows(), guide.title()),
              Objects.requireNonNull(guide.questions(), guide.title()),
              Objects.requireNonNull(guide.bases(), guide.title()),
              guide.aliases())
          .forEach(list -> assertFalse(list.isEmpty(), guide.title()));
      assertNotNull(guide.fees(), guide.title());
    }
  }

  @Test
  void everyTableIsFilledExactly() {
    sample.tables().forEach(Grid::of);
  }

  @Test
  void someTablesSpanRowsAndColumns() {
    long spanning =
        sample.tables().stream()
            .filter(
                t -> t.rows().stream().anyMatch(r -> r.cells().stream().anyMatch(SampleTest::tall)))
            .filter(
                t -> t.rows().stream().anyMatch(r -> r.cells().stream().anyMatch(SampleTest::wide)))
            .count();

    assertTrue(spanning >= 3, spanning + " tables");
  }

  @Test
  void everyAnnualReportBalances() {
    List<AnnualReport> reports = sample.all(AnnualReport.class);

    assertFalse(reports.isEmpty());
    reports.forEach(it -> assertEquals(List.of(), AnnualReportBalance.check(it), it.title()));
  }

  @Test
  void namesNoNumberOfARealTelephoneOrPerson() {
    for (ContentRecord record : sample.all()) {
      String text = new String(RecordCodec.encode(record), StandardCharsets.UTF_8);
      String checked =
          text.replaceAll("\"(sha256|indexNumber|\\w*[cC]ode)\":\"[^\"]*\"", "")
              .replaceAll("000-1234\\d{4}", "")
              .replaceAll("\\d{7}\\.00", "")
              .replaceAll(
                  "\"2[0-3]\\d{5}\"", ""); // codes of the budget's functional classification
      assertFalse(LONG_NUMBER.matcher(checked).find(), record.header().id());
    }
  }

  private static boolean tall(Block.Cell cell) {
    return cell.rowSpan() > 1;
  }

  private static boolean wide(Block.Cell cell) {
    return cell.colSpan() > 1;
  }
}
