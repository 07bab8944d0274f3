package org.openhall.kiosk.screen.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openhall.content.AnnualReport;
import org.openhall.content.ContentRecord;
import org.openhall.content.DisclosureEntry;
import org.openhall.content.DisclosureGuide;
import org.openhall.content.Form;
import org.openhall.content.Notice;
import org.openhall.content.RecordHeader;
import org.openhall.content.store.ContentSnapshot;
import org.openhall.content.store.UnreadableSnapshotException;

/** What is read as one long page: the same page for every kind of record that is mostly text. */
sealed interface Document {

  /**
   * An entry of the directory.
   *
   * @param relations its relations, each with the record that the snapshot holds of it
   */
  record Entry(DisclosureEntry entry, List<Link> relations) implements Document {
    public Entry {
      relations = List.copyOf(relations);
    }
  }

  /** 政府信息公开工作年度报告. */
  record Report(AnnualReport report) implements Document {}

  /**
   * 政府信息公开指南.
   *
   * @param forms the forms it names, as far as the snapshot has them
   */
  record Guide(DisclosureGuide guide, List<Form> forms) implements Document {
    public Guide {
      forms = List.copyOf(forms);
    }
  }

  /** 公告. */
  record Announcement(Notice notice) implements Document {}

  /** A form, with how to fill it in. */
  record Blank(Form form) implements Document {}

  /**
   * A document that belongs to another.
   *
   * @param kind what it is to the other, in the source's words, e.g. 政策解读
   * @param target the record, or null where the snapshot has none
   */
  record Link(String title, String kind, @Nullable ContentRecord target) {}

  /** Reads what the snapshot has of this id; empty where that is nothing to be read here. */
  static Optional<Document> read(ContentSnapshot snapshot, String id)
      throws UnreadableSnapshotException {
    Optional<ContentRecord> found = snapshot.find(id);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    return switch (found.get()) {
      case DisclosureEntry entry -> Optional.of(new Entry(entry, relations(snapshot, entry)));
      case AnnualReport report -> Optional.of(new Report(report));
      case DisclosureGuide guide -> Optional.of(new Guide(guide, forms(snapshot, guide)));
      case Notice notice -> Optional.of(new Announcement(notice));
      case Form form -> Optional.of(new Blank(form));
      default -> Optional.empty();
    };
  }

  private static List<Link> relations(ContentSnapshot snapshot, DisclosureEntry entry)
      throws UnreadableSnapshotException {
    List<Link> links = new ArrayList<>();
    for (DisclosureEntry.Relation relation : entry.particulars().relations()) {
      ContentRecord target =
          relation.id() == null ? null : snapshot.find(relation.id()).orElse(null);
      links.add(new Link(relation.title(), relation.kind(), target));
    }
    return links;
  }

  private static List<Form> forms(ContentSnapshot snapshot, DisclosureGuide guide)
      throws UnreadableSnapshotException {
    List<Form> forms = new ArrayList<>();
    for (String id : guide.forms()) {
      snapshot.find(id).filter(Form.class::isInstance).ifPresent(form -> forms.add((Form) form));
    }
    return forms;
  }

  /** Its title. */
  default String title() {
    return switch (this) {
      case Entry it -> it.entry().title();
      case Report it -> it.report().title();
      case Guide it -> it.guide().title();
      case Announcement it -> it.notice().title();
      case Blank it -> it.form().title();
    };
  }

  /** Its 内容概述, or null where it has none. */
  default @Nullable String summary() {
    return this instanceof Entry it ? it.entry().summary() : null;
  }

  /** Who issued it, or null where the source does not say. */
  default @Nullable String publisher() {
    return switch (this) {
      case Entry it -> it.entry().publisher();
      case Report it -> it.report().publisher();
      case Guide it -> it.guide().publisher();
      case Announcement it -> it.notice().publisher();
      case Blank _ -> null;
    };
  }

  /** Its identity and origin. */
  default RecordHeader header() {
    return switch (this) {
      case Entry it -> it.entry().header();
      case Report it -> it.report().header();
      case Guide it -> it.guide().header();
      case Announcement it -> it.notice().header();
      case Blank it -> it.form().header();
    };
  }

  /** What is read: all that stands between the facts and the end of the text. */
  default List<Piece> text() {
    return switch (this) {
      case Entry it when it.entry().body().isEmpty() ->
          List.of(new Piece.NoBody(it.entry().sourceUrl()));
      case Entry it -> Piece.of(it.entry().body());
      case Report it -> Piece.of(ReportBody.of(it.report()));
      case Guide it -> {
        List<Piece> pieces = new ArrayList<>();
        pieces.add(ContactLines.contact(it.guide().contact()));
        pieces.addAll(Piece.of(it.guide().body()));
        yield pieces;
      }
      case Announcement it -> Piece.of(it.notice().body());
      case Blank it -> FormPieces.of(it.form()).stream().filter(Piece::saysSomething).toList();
    };
  }

  /** What belongs to it beside its text. */
  default List<Piece> appendix() {
    List<Piece> pieces = new ArrayList<>();
    switch (this) {
      case Entry it -> {
        pieces.add(new Piece.Files("reader.attachments", it.entry().particulars().attachments()));
        pieces.add(new Piece.Relations(it.relations()));
      }
      case Report it -> {
        pieces.add(new Piece.Files("reader.attachments", it.report().attachments()));
      }
      case Guide it -> {
        Optional.ofNullable(it.guide().supervision())
            .map(ContactLines::supervision)
            .ifPresent(pieces::add);
        pieces.add(new Piece.Forms(it.forms()));
      }
      case Announcement it -> {
        pieces.add(new Piece.Files("reader.attachments", it.notice().attachments()));
      }
      case Blank _ -> {}
    }
    return pieces.stream().filter(Piece::saysSomething).toList();
  }
}
