package org.openhall.kiosk.screen.browse;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openhall.content.AnnualReport;
import org.openhall.content.Authority;
import org.openhall.content.Block;
import org.openhall.content.CatalogNode;
import org.openhall.content.Department;
import org.openhall.content.DisclosureEntry;
import org.openhall.content.Handling;
import org.openhall.content.Origin;
import org.openhall.content.Placement;
import org.openhall.content.RecordHeader;
import org.openhall.content.Remedies;
import org.openhall.content.ServiceGuide;
import org.openhall.content.UnknownFields;

/** Records for tests, with only what a test is about. */
public final class Records {
  private Records() {}

  public static RecordHeader header(String id) {
    Origin origin = new Origin("示例来源", id, "0".repeat(64), LocalDate.of(2026, 11, 1), true);
    return new RecordHeader(id, 1, null, null, null, origin);
  }

  public static CatalogNode node(String id, String name, @Nullable String parentId) {
    return new CatalogNode(
        header(id), CatalogNode.Tree.DISCLOSURE, name, parentId, 1, UnknownFields.NONE);
  }

  /** A node at a place among its siblings. */
  public static CatalogNode node(String id, String name, String parentId, int order) {
    return new CatalogNode(
        header(id), CatalogNode.Tree.DISCLOSURE, name, parentId, order, UnknownFields.NONE);
  }

  /** A department of which the source gives only the name. */
  public static Department department(String id, String name) {
    return new Department(
        header(id),
        name,
        null,
        null,
        null,
        null,
        null,
        Department.Details.UNSTATED,
        UnknownFields.NONE);
  }

  /** An annual report in which nobody applied for anything. */
  public static AnnualReport report(String id, String title, int year, String publisher) {
    AnnualReport.Documents none = new AnnualReport.Documents(0, 0, 0);
    AnnualReport.Outcomes outcomes = new AnnualReport.Outcomes(0, 0, 0, 0, 0);
    AnnualReport.Applicants nobody = new AnnualReport.Applicants(0, 0, 0, 0, 0, 0, 0);
    return new AnnualReport(
        header(id),
        title,
        year,
        publisher,
        LocalDate.of(year + 1, 3, 20),
        List.of(),
        new AnnualReport.Proactive(none, none, 0, 0, 0, "0.00"),
        Stream.of(AnnualReport.Row.values())
            .map(row -> new AnnualReport.RequestRow(row, nobody))
            .toList(),
        new AnnualReport.Disputes(outcomes, outcomes, outcomes),
        List.of(),
        List.of(),
        List.of(),
        UnknownFields.NONE);
  }

  /** An entry of a publisher and a year, under a node. */
  public static DisclosureEntry entry(
      String id, String title, String categoryId, String publisher, int year) {
    return new DisclosureEntry(
        header(id),
        title,
        null,
        null,
        publisher,
        categoryId,
        null,
        null,
        null,
        LocalDate.of(year, 3, 1),
        DisclosureEntry.Validity.UNSTATED,
        null,
        List.of(),
        "http://example.invalid/" + id,
        List.of(),
        DisclosureEntry.Particulars.UNSTATED,
        UnknownFields.NONE);
  }

  /** An entry in force, of a theme and a genre, without a publisher and a day. */
  public static DisclosureEntry classified(String id, String title, String theme, String genre) {
    return new DisclosureEntry(
        header(id),
        title,
        null,
        null,
        null,
        null,
        theme,
        genre,
        null,
        null,
        DisclosureEntry.Validity.IN_FORCE,
        null,
        List.of(),
        null,
        List.of(),
        DisclosureEntry.Particulars.UNSTATED,
        UnknownFields.NONE);
  }

  /** An entry with a text. */
  public static DisclosureEntry text(String id, String title, List<Block> body) {
    return new DisclosureEntry(
        header(id),
        title,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        DisclosureEntry.Validity.IN_FORCE,
        null,
        List.of(),
        null,
        body,
        DisclosureEntry.Particulars.UNSTATED,
        UnknownFields.NONE);
  }

  /** A guide of a department, for an audience, of which the source gives no more. */
  public static ServiceGuide guide(
      String id, String title, String department, ServiceGuide.Audience audience) {
    return guide(id, title, department, List.of(audience), null, null, Placement.NONE);
  }

  /** A guide of an event of life, with so many cases a year. */
  public static ServiceGuide guideOf(String event, String id, long annualCases) {
    Placement placement = new Placement(List.of(), List.of(), List.of(event), annualCases);
    return guide(id, "事项" + id, "公安局", List.of(), null, null, placement);
  }

  /** A guide with fees and a way to ask; null where the source says nothing. */
  public static ServiceGuide guide(
      @Nullable List<ServiceGuide.Fee> fees, @Nullable String consultation) {
    return guide("g-fees", "居民身份证补领", "公安局", List.of(), fees, consultation, Placement.NONE);
  }

  private static ServiceGuide guide(
      String id,
      String title,
      String department,
      List<ServiceGuide.Audience> audiences,
      @Nullable List<ServiceGuide.Fee> fees,
      @Nullable String consultation,
      Placement placement) {
    return new ServiceGuide(
        header(id),
        title,
        null,
        null,
        "行政许可",
        department,
        audiences,
        null,
        null,
        null,
        null,
        null,
        fees,
        null,
        null,
        null,
        null,
        null,
        null,
        consultation,
        null,
        List.of(),
        null,
        Authority.UNSTATED,
        Handling.UNSTATED,
        Remedies.UNSTATED,
        placement,
        List.of(),
        UnknownFields.NONE);
  }
}
