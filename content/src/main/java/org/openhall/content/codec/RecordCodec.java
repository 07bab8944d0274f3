package org.openhall.content.codec;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.openhall.content.AnnualReport;
import org.openhall.content.CatalogNode;
import org.openhall.content.ContentRecord;
import org.openhall.content.Department;
import org.openhall.content.DisclosureEntry;
import org.openhall.content.DisclosureGuide;
import org.openhall.content.Form;
import org.openhall.content.HallMap;
import org.openhall.content.Notice;
import org.openhall.content.ServiceGuide;
import org.openhall.content.StaffMember;
import org.openhall.content.Synonyms;
import org.openhall.content.UnknownRecord;
import org.openhall.content.WorkingCalendar;

/**
 * Records as canonical JSON: keys sorted, UTF-8, no space, what is null, false or a table's default
 * left out; a list that may be absent is written {@code []} where it is empty. What this version
 * does not know (fields at any depth, block kinds, constants, record types) comes out again as it
 * went in.
 */
public final class RecordCodec {
  private static final Map<String, Class<? extends ContentRecord>> TYPES =
      Map.ofEntries(
          Map.entry("disclosure-entry", DisclosureEntry.class),
          Map.entry("service-guide", ServiceGuide.class),
          Map.entry("department", Department.class),
          Map.entry("catalog-node", CatalogNode.class),
          Map.entry("notice", Notice.class),
          Map.entry("staff-member", StaffMember.class),
          Map.entry("disclosure-guide", DisclosureGuide.class),
          Map.entry("annual-report", AnnualReport.class),
          Map.entry("hall-map", HallMap.class),
          Map.entry("working-calendar", WorkingCalendar.class),
          Map.entry("synonyms", Synonyms.class),
          Map.entry("form", Form.class));

  private static final Map<Class<?>, String> NAMES =
      TYPES.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));

  private RecordCodec() {}

  /** The record's canonical JSON. Texts must be well-formed UTF-16 (IllegalArgument otherwise). */
  public static byte[] encode(ContentRecord record) {
    Map<String, Object> json =
        record instanceof UnknownRecord
            ? new Members().with("header", record.header()).json()
            : Shape.write((Record) record).json();
    json.put("type", typeOf(record));
    overlay(json, Json.parse(record.unknown().json()));
    return Json.write(json);
  }

  /** The record with its type, id and canonical JSON. */
  public static EncodedRecord encoded(ContentRecord record) {
    return new EncodedRecord(typeOf(record), record.header().id(), encode(record));
  }

  /** The type's name in JSON. */
  public static String typeOf(ContentRecord record) {
    return record instanceof UnknownRecord unknown ? unknown.type() : nameOf(record.getClass());
  }

  /** The names in JSON of all types that this version knows. */
  public static Set<String> types() {
    return TYPES.keySet();
  }

  /** The name in JSON of a type that this version knows. */
  public static String nameOf(Class<? extends ContentRecord> type) {
    return Objects.requireNonNull(NAMES.get(type));
  }

  /** Reads a record from JSON, canonical or not. */
  public static ContentRecord decode(byte[] json) throws MalformedRecordException {
    Map<String, Object> tree = Json.readObject(json);
    try {
      return readKnown(new Fields(tree, ""));
    } catch (MalformedRecordException.UnknownConstant e) {
      return readUnknown(new Fields(tree, ""));
    }
  }

  /** Reads a record of which this version must know the type and every constant. */
  public static ContentRecord decodeKnown(byte[] json) throws MalformedRecordException {
    return readKnown(new Fields(Json.readObject(json), ""));
  }

  private static ContentRecord readKnown(Fields f) throws MalformedRecordException {
    String name = f.text("type");
    Class<? extends ContentRecord> type = TYPES.get(name);
    if (type == null) {
      throw new MalformedRecordException.UnknownConstant("type", name);
    }
    return Shape.read(type, f);
  }

  private static UnknownRecord readUnknown(Fields f) throws MalformedRecordException {
    return new UnknownRecord(f.text("type"), f.object("header", HeaderForm::read), f.unknown());
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
