package org.openhall.content;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The published limits of records. Lengths count code points. The office checks them at import; a
 * record that breaks one is refused and reported.
 */
public final class Limits {
  /** Characters of an id, an index number (索引号) or an item code (实施编码). */
  public static final int CODE = 64;

  /** Code points of a title or a name. */
  public static final int TITLE = 500;

  /** Code points of a document number (文号); real ones list several in a row. */
  public static final int DOCUMENT_NUMBER = 200;

  /** Code points of a question that is asked. */
  public static final int LONG_NAME = 1_000;

  /** Code points of any one text that has no limit of its own, such as a paragraph. */
  public static final int TEXT = 20_000;

  /** Code points of a whole record, body included. */
  public static final int RECORD = 2_000_000;

  /** Blocks of a body. */
  public static final int BLOCKS = 50_000;

  /** Cells of a table. */
  public static final int CELLS = 5_000;

  /** Rows or columns that one cell covers. */
  public static final int SPAN = 100;

  /** Bytes of an attachment: more is neither published nor fetched nor shown. */
  public static final long FILE = 50L << 20;

  /** Bytes of all attachments of a release together. */
  public static final long FILES = 2L << 30;

  /** Attachments of a release; their names and hashes must fit into its signed list. */
  public static final int FILE_COUNT = 10_000;

  /** Elements of any other list: materials, steps, keywords. */
  public static final int LIST = 200;

  private static final Map<String, Integer> LONGEST =
      Map.ofEntries(
          Map.entry("id", CODE),
          Map.entry("indexNumber", CODE),
          Map.entry("itemCode", CODE),
          Map.entry("itemTypeCode", CODE),
          Map.entry("catalogCode", CODE),
          Map.entry("handlingItemCode", CODE),
          Map.entry("code", CODE),
          Map.entry("number", CODE),
          Map.entry("windowId", CODE),
          Map.entry("formId", CODE),
          Map.entry("mediaType", DOCUMENT_NUMBER),
          Map.entry("title", TITLE),
          Map.entry("name", TITLE),
          Map.entry("label", TITLE),
          Map.entry("question", LONG_NAME),
          Map.entry("documentNumber", DOCUMENT_NUMBER),
          Map.entry("phone", DOCUMENT_NUMBER),
          Map.entry("postcode", CODE),
          Map.entry("json", RECORD));

  private static final Map<String, Integer> MOST =
      Map.ofEntries(
          Map.entry("body", BLOCKS),
          Map.entry("overview", BLOCKS),
          Map.entry("problems", BLOCKS),
          Map.entry("others", BLOCKS),
          Map.entry("instructions", BLOCKS),
          Map.entry("rows", CELLS),
          Map.entry("cells", CELLS),
          Map.entry("items", CELLS),
          Map.entry("groups", CELLS),
          Map.entry("areas", CELLS),
          Map.entry("points", CELLS),
          Map.entry("paths", CELLS),
          Map.entry("windows", CELLS));

  private final String recordId;
  private final List<Violation> violations = new ArrayList<>();
  private long total;

  private Limits(String recordId) {
    this.recordId = recordId;
  }

  /** All violations of a record; empty if it keeps every limit. */
  public static List<Violation> check(ContentRecord record) {
    Limits limits = new Limits(record.header().id());
    limits.visit("", "", record);
    limits.atMost("", "longest-record", limits.total, RECORD);
    if (!record.header().id().matches("[A-Za-z0-9._-]+")) {
      limits.violations.add(new Violation(limits.recordId, "header.id", "characters", 0, 0));
    }
    return List.copyOf(limits.violations);
  }

  private void visit(String path, String name, @Nullable Object value) {
    switch (value) {
      case String text -> visitText(path, name, text);
      case List<?> list -> visitList(path, name, list);
      case Record record -> visitRecord(path, record);
      case Integer number when name.endsWith("Span") -> atMost(path, "span", number, SPAN);
      case Long length when name.equals("length") -> atMost(path, "longest-file", length, FILE);
      case null, default -> {}
    }
  }

  private void visitText(String path, String name, String text) {
    long length = text.codePointCount(0, text.length());
    total += length;
    atMost(path, "longest", length, LONGEST.getOrDefault(name, TEXT));
    text.codePoints()
        .filter(Limits::isForbidden)
        .findFirst()
        .ifPresent(c -> violations.add(new Violation(recordId, path, "control-character", c, 0)));
  }

  /** C0 and C1 controls, and halves of surrogate pairs, which have no UTF-8 form. */
  private static boolean isForbidden(int c) {
    return Character.isISOControl(c) || (c >= 0xD800 && c <= 0xDFFF);
  }

  private void visitList(String path, String name, List<?> list) {
    atMost(path, "most", list.size(), MOST.getOrDefault(name, LIST));
    for (int i = 0; i < list.size(); i++) {
      visit(path + "[" + i + "]", name, list.get(i));
    }
  }

  private void visitRecord(String path, Record record) {
    if (record instanceof Block.Table table) {
      long cells = table.rows().stream().mapToLong(row -> row.cells().size()).sum();
      atMost(path, "cells", cells, CELLS);
    }
    for (RecordComponent component : Components.of(record)) {
      String name = component.getName();
      String at = path.isEmpty() ? name : path + "." + name;
      JsonForm form = component.getType().getAnnotation(JsonForm.class);
      boolean inline = form != null && form.value() == JsonForm.Kind.INLINE;
      visit(inline ? path : at, name, Components.read(component, record));
    }
  }

  private void atMost(String path, String rule, long actual, long limit) {
    if (actual > limit) {
      violations.add(new Violation(recordId, path, rule, actual, limit));
    }
  }
}
