package org.openhall.content.codec;

import org.openhall.content.CatalogNode;
import org.openhall.content.Department;
import org.openhall.content.DisclosureEntry;
import org.openhall.content.Notice;
import org.openhall.content.RecordHeader;

/** The JSON forms of the record types but for the service guide, without header and type. */
final class RecordForm {
  private RecordForm() {}

  static DisclosureEntry readEntry(RecordHeader header, Fields f) throws MalformedRecordException {
    return new DisclosureEntry(
        header,
        f.text("title"),
        f.textOrNull("indexNumber"),
        f.textOrNull("documentNumber"),
        f.textOrNull("publisher"),
        f.textOrNull("categoryId"),
        f.textOrNull("theme"),
        f.textOrNull("genre"),
        f.dateOrNull("writtenOn"),
        f.dateOrNull("publishedOn"),
        f.constant("validity", DisclosureEntry.Validity.class),
        f.textOrNull("summary"),
        f.texts("keywords"),
        f.textOrNull("sourceUrl"),
        f.list("body", BlockForm::read),
        f.unknown());
  }

  static Members writeEntry(DisclosureEntry entry) {
    return new Members()
        .with("title", entry.title())
        .with("indexNumber", entry.indexNumber())
        .with("documentNumber", entry.documentNumber())
        .with("publisher", entry.publisher())
        .with("categoryId", entry.categoryId())
        .with("theme", entry.theme())
        .with("genre", entry.genre())
        .with("writtenOn", entry.writtenOn())
        .with("publishedOn", entry.publishedOn())
        .with("validity", entry.validity())
        .with("summary", entry.summary())
        .with("keywords", entry.keywords())
        .with("sourceUrl", entry.sourceUrl())
        .with("body", entry.body(), BlockForm::write);
  }

  static Department readDepartment(RecordHeader header, Fields f) throws MalformedRecordException {
    return new Department(
        header,
        f.text("name"),
        f.textOrNull("parentId"),
        f.textOrNull("address"),
        f.textOrNull("hours"),
        f.textOrNull("phone"),
        f.textOrNull("duties"),
        f.unknown());
  }

  static Members writeDepartment(Department department) {
    return new Members()
        .with("name", department.name())
        .with("parentId", department.parentId())
        .with("address", department.address())
        .with("hours", department.hours())
        .with("phone", department.phone())
        .with("duties", department.duties());
  }

  static CatalogNode readNode(RecordHeader header, Fields f) throws MalformedRecordException {
    return new CatalogNode(
        header,
        f.constant("tree", CatalogNode.Tree.class),
        f.text("name"),
        f.textOrNull("parentId"),
        f.number("order"),
        f.unknown());
  }

  static Members writeNode(CatalogNode node) {
    return new Members()
        .with("tree", node.tree())
        .with("name", node.name())
        .with("parentId", node.parentId())
        .with("order", node.order());
  }

  static Notice readNotice(RecordHeader header, Fields f) throws MalformedRecordException {
    return new Notice(
        header,
        f.constant("kind", Notice.Kind.class),
        f.text("title"),
        f.textOrNull("publisher"),
        f.dateOrNull("publishedOn"),
        f.list("body", BlockForm::read),
        f.unknown());
  }

  static Members writeNotice(Notice notice) {
    return new Members()
        .with("kind", notice.kind())
        .with("title", notice.title())
        .with("publisher", notice.publisher())
        .with("publishedOn", notice.publishedOn())
        .with("body", notice.body(), BlockForm::write);
  }
}
