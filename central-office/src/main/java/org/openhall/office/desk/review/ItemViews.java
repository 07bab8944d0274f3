package org.openhall.office.desk.review;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.openhall.content.codec.EncodedRecord;
import org.openhall.office.catalog.Catalog;
import org.openhall.office.compare.Comparison;
import org.openhall.office.compare.Difference;
import org.openhall.office.desk.records.FieldOrder;
import org.openhall.office.desk.records.FileView;
import org.openhall.office.desk.records.FoundText;
import org.openhall.office.desk.records.RecordCheck;
import org.openhall.office.edit.FormShape;
import org.openhall.office.proposal.Item;
import org.openhall.office.proposal.ProposalReader;
import tools.jackson.databind.json.JsonMapper;

/** What a proposal changes, for people. */
public final class ItemViews {
  private static final int FINDINGS = 200;
  private static final int SHOWN = 200;
  private static final int PAGE = 500;

  private final Catalog catalog;
  private final ProposalReader proposals;
  private final RecordCheck check;

  public ItemViews(Catalog catalog, ProposalReader proposals, RecordCheck check) {
    this.catalog = catalog;
    this.proposals = proposals;
    this.check = check;
  }

  /**
   * One record of a proposal.
   *
   * @param kind {@code added}, {@code changed} or {@code removed}
   * @param differences the first of them
   * @param left how many more there are
   */
  public record View(Item item, String kind, List<Difference> differences, int left) {
    /** Whether it can be edited in a form. */
    public boolean hasForm() {
      return !item.isRemoval() && FormShape.find(item.row().record().type()).isPresent();
    }

    /** The files that go with it as it will be. */
    public List<FileView> files() {
      return item.record()
          .map(record -> FileView.all(JsonMapper.shared().readTree(record.json())))
          .orElse(List.of());
    }
  }

  List<View> after(long proposal, String recordId, int most) {
    return proposals.items(proposal, recordId, most).stream().map(this::view).toList();
  }

  List<View> sample(long proposal, int most) {
    return proposals.sample(proposal, most).stream().map(this::view).toList();
  }

  private View view(Item item) {
    Optional<EncodedRecord> before =
        item.base() == 0
            ? Optional.empty()
            : catalog.history().version(item.recordId(), item.base());
    List<Difference> all =
        FieldOrder.of(item.row().record().type(), Comparison.of(before, item.record()));
    String kind = item.isRemoval() ? "removed" : item.base() == 0 ? "added" : "changed";
    List<Difference> shown = all.subList(0, Math.min(SHOWN, all.size()));
    return new View(item, kind, shown, all.size() - shown.size());
  }

  List<FoundText> findings(long proposal, Locale locale) throws IOException {
    Iterator<EncodedRecord> records =
        Stream.iterate(
                proposals.items(proposal, "", PAGE),
                page -> !page.isEmpty(),
                page -> proposals.items(proposal, page.getLast().recordId(), PAGE))
            .flatMap(List::stream)
            .flatMap(item -> item.record().stream())
            .iterator();
    return check.of(records, FINDINGS, locale);
  }
}
