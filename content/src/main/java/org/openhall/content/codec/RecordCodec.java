package org.openhall.content.codec;

import java.util.List;
import java.util.Map;
import org.openhall.content.CatalogNode;
import org.openhall.content.ContentRecord;
import org.openhall.content.Department;
import org.openhall.content.DisclosureEntry;
import org.openhall.content.Notice;
import org.openhall.content.RecordHeader;
import org.openhall.content.ServiceGuide;
import org.openhall.content.UnknownRecord;

/**
 * Records as canonical JSON: keys sorted, UTF-8, no space, nulls and table defaults left out, an
 * absent list left out and an empty one written {@code []}. What this version does not know (fields
 * at any depth, block kinds, constants, record types) comes out again as it went in.
 */
public final class RecordCodec {
  private static final String ENTRY = "disclosure-entry";
  private static final String GUIDE = "service-guide";
  private static final String DEPARTMENT = "department";
  private static final String NODE = "catalog-node";
  private static final String NOTICE = "notice";

  private RecordCodec() {}

  /** The record's canonical JSON. Texts must be well-formed UTF-16 (IllegalArgument otherwise). */
  public static byte[] encode(ContentRecord record) {
    Map<String, Object> json =
        members(record)
            .with("type", typeOf(record))
            .with("header", HeaderForm.write(record.header()))
            .json();
    overlay(json, Json.parse(record.unknown().json()));
    return Json.write(json);
  }

  /** The record with its type, id and canonical JSON. */
  public static EncodedRecord encoded(ContentRecord record) {
    return new EncodedRecord(typeOf(record), record.header().id(), encode(record));
  }

  /** The type's name in JSON. */
  public static String typeOf(ContentRecord record) {
    return switch (record) {
      case DisclosureEntry _ -> ENTRY;
      case ServiceGuide _ -> GUIDE;
      case Department _ -> DEPARTMENT;
      case CatalogNode _ -> NODE;
      case Notice _ -> NOTICE;
      case UnknownRecord unknown -> unknown.type();
    };
  }

  private static Members members(ContentRecord record) {
    return switch (record) {
      case DisclosureEntry entry -> RecordForm.writeEntry(entry);
      case ServiceGuide guide -> GuideForm.write(guide);
      case Department department -> RecordForm.writeDepartment(department);
      case CatalogNode node -> RecordForm.writeNode(node);
      case Notice notice -> RecordForm.writeNotice(notice);
      case UnknownRecord _ -> new Members();
    };
  }

  /** Reads a record from JSON, canonical or not. */
  public static ContentRecord decode(byte[] json) throws MalformedRecordException {
    Map<String, Object> tree = Json.readObject(json);
    try {
      return read(new Fields(tree, ""));
    } catch (MalformedRecordException.UnknownConstant e) {
      return readUnknown(new Fields(tree, ""));
    }
  }

  private static UnknownRecord readUnknown(Fields f) throws MalformedRecordException {
    return new UnknownRecord(f.text("type"), f.object("header", HeaderForm::read), f.unknown());
  }

  private static ContentRecord read(Fields f) throws MalformedRecordException {
    String type = f.text("type");
    RecordHeader header = f.object("header", HeaderForm::read);
    return switch (type) {
      case ENTRY -> RecordForm.readEntry(header, f);
      case GUIDE -> GuideForm.read(header, f);
      case DEPARTMENT -> RecordForm.readDepartment(header, f);
      case NODE -> RecordForm.readNode(header, f);
      case NOTICE -> RecordForm.readNotice(header, f);
      default -> new UnknownRecord(type, header, f.unknown());
    };
  }

  /** Lays the unknown parts over the known ones, which they never replace. */
  private static void overlay(Object known, Map<?, ?> unknown) {
    if (known instanceof Map<?, ?>) {
      @SuppressWarnings("unchecked") // Json makes no maps but those with String keys
      Map<String, Object> object = (Map<String, Object>) known;
      unknown.forEach((name, value) -> overlayMember(object, (String) name, value));
    }
    if (known instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        if (unknown.get(Integer.toString(i)) instanceof Map<?, ?> part) {
          overlay(list.get(i), part);
        }
      }
    }
  }

  private static void overlayMember(Map<String, Object> object, String name, Object value) {
    Object there = object.putIfAbsent(name, value);
    if (there != null && value instanceof Map<?, ?> part) {
      overlay(there, part);
    }
  }
}
