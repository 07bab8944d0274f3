package org.openhall.kiosk.screen.disclosure;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.openhall.content.AnnualReport;
import org.openhall.content.CatalogNode;
import org.openhall.content.DisclosureGuide;
import org.openhall.content.store.ContentSnapshot;
import org.openhall.content.store.EntryFilter;
import org.openhall.content.store.EntryTitle;
import org.openhall.content.store.Page;
import org.openhall.content.store.UnreadableSnapshotException;
import org.openhall.kiosk.screen.browse.Loaded;
import org.openhall.kiosk.shell.ContentSource;

/** What the way into 政府信息公开 knows: what there is in each section. */
final class DisclosureModel {
  static final int LATEST = 5;

  /** Root of the directory under which an office lists its rules for disclosure. */
  private static final String RULES = "政府信息公开制度";

  /**
   * What there is.
   *
   * @param entries of the whole directory
   * @param statutory of the fifteen items
   * @param guides 政府信息公开指南
   * @param reports 政府信息公开年报, the latest year first
   * @param rules 政府信息公开制度, where the directory has such a node
   * @param departments number of departments
   * @param latest the newest entries
   */
  record Overview(
      long entries,
      long statutory,
      List<DisclosureGuide> guides,
      List<AnnualReport> reports,
      Optional<Rules> rules,
      int departments,
      List<EntryTitle> latest) {
    Overview {
      guides = List.copyOf(guides);
      reports = List.copyOf(reports);
      latest = List.copyOf(latest);
    }
  }

  /** A node of the directory and the number of entries at and below it. */
  record Rules(CatalogNode node, long count) {}

  private final ReadOnlyObjectWrapper<Loaded<Overview>> overview =
      new ReadOnlyObjectWrapper<>(new Loaded.Loading<>());

  DisclosureModel(ContentSource content) {
    content.ask(snapshot -> Optional.of(read(snapshot)), answer -> overview.set(Loaded.of(answer)));
  }

  ReadOnlyObjectProperty<Loaded<Overview>> overview() {
    return overview.getReadOnlyProperty();
  }

  private static Overview read(ContentSnapshot snapshot) throws UnreadableSnapshotException {
    Page<EntryTitle> entries = snapshot.entries(EntryFilter.none(), 0, LATEST);
    return new Overview(
        entries.total(),
        StatutoryItems.count(snapshot),
        snapshot.disclosureGuides(),
        snapshot.annualReports(),
        rules(snapshot),
        snapshot.departments().size(),
        entries.rows());
  }

  private static Optional<Rules> rules(ContentSnapshot snapshot)
      throws UnreadableSnapshotException {
    Optional<CatalogNode> root = StatutoryItems.root(snapshot, RULES);
    if (root.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Rules(root.get(), snapshot.countUnder(root.get().header().id())));
  }
}
