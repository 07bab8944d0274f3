package org.openhall.kiosk.screen.browse;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openhall.content.Authority;
import org.openhall.content.Block;
import org.openhall.content.CatalogNode;
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
    return guide(id, title, department, List.of(audience), null, null);
  }

  /** A guide with fees and a way to ask; null where the source says nothing. */
  public static ServiceGuide guide(
      @Nullable List<ServiceGuide.Fee> fees, @Nullable String consultation) {
    return guide("g-fees", "居民身份证补领", "公安局", List.of(), fees, consultation);
  }

  private static ServiceGuide guide(
      String id,
      String title,
      String department,
      List<ServiceGuide.Audience> audiences,
      @Nullable List<ServiceGuide.Fee> fees,
      @Nullable String consultation) {
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
        Placement.NONE,
        List.of(),
        UnknownFields.NONE);
  }
}
